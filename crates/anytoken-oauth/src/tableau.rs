//! Tableau.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, paths};

/// `tableau`: signing in to Tableau.
///
/// The body is XML, with attributes, unless the client requests JSON. The token is sent in the header `X-Tableau-Auth`.
/// The form of `estimatedTimeToExpiration` is not documented, so it is not read as an expiry.
///
/// ```json
/// {"credentials":{"site":{"id":"EXAMPLE-SITE","contentUrl":"example"},"user":{"id":"EXAMPLE-USER"},
///  "token":"EXAMPLE-ACCESS","estimatedTimeToExpiration":"177:05:38"}}
/// ```
///
/// Source: Tableau REST API, "Authentication Methods"; NangoHQ/nango `packages/shared/lib/utils/utils.ts`.
pub static TABLEAU: Dialect = Dialect::bare("tableau", "Tableau", Evidence::Documented)
    .with_quirks("XML attributes, or JSON, in credentials; no Authorization header")
    .detected_by(&["credentials/estimatedTimeToExpiration"])
    .envelope("credentials")
    .access_token(paths!["token"])
    .subject(paths!["user/id"])
    .authorization(Authorization::None)
    .errors(
        &ErrorShape::RFC6749
            .code(paths!["error/code"])
            .description(paths!["error/detail", "error/summary"])
            .remedies(&[("401000", Remedy::Reauthenticate), ("401002", Remedy::Reauthenticate)]),
    );
