//! The tokens of Affinidi's identity and access management.

use anytoken_core::Adapter;
use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&CONSUMER_AUTH, &PROJECT_SCOPED_TOKEN];

/// `affinidi-consumer-auth`: `ConsumerAuthTokenEndpointOutput`.
///
/// All six members are optional. `id_token` is an integer by the published schema, which was copied from a mistake of
/// Ory Hydra's, and a JWT in reality; a number there is no ID token and is kept. An error response has its code in
/// `name`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3600,"id_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "refresh_token":"EXAMPLE-REFRESH","scope":"openid offline","token_type":"bearer"}
/// ```
///
/// Source: affinidi/affinidi-tdk `clients/python/iam_client/docs/ConsumerAuthTokenEndpointOutput.md`; ory/hydra
/// `oauth2/handler.go`, `fosite/access_response.go`.
pub static CONSUMER_AUTH: Dialect = Dialect {
    id: "affinidi-consumer-auth",
    vendor: "Affinidi",
    quirks: "id_token is documented as an integer; the error code is in name",
    errors: ERRORS,
    ..Dialect::STANDARD
};

/// `affinidi-project-scoped-token`: `CreateProjectScopedTokenOutput`.
///
/// camelCase, and no type: the SDK sends it as Bearer.
///
/// ```json
/// {"accessToken":"EXAMPLE-ACCESS","expiresIn":900,"scope":"project"}
/// ```
///
/// Source: affinidi/affinidi-tdk `clients/typescript/iam-client/docs/CreateProjectScopedTokenOutput.md`.
pub static PROJECT_SCOPED_TOKEN: Dialect = Dialect {
    id: "affinidi-project-scoped-token",
    vendor: "Affinidi",
    quirks: "camelCase, no token type; the error code is in name",
    access_token: paths!["accessToken"],
    scope: paths!["scope"],
    expires: &[TimeRule::seconds(paths!["expiresIn"])],
    errors: ERRORS,
    ..Dialect::BARE
};

/// `{name, message, httpStatusCode, traceId, details}`: the shape itself is the error response, there is no `error`.
const ERRORS: ErrorShape = ErrorShape {
    signs: paths!["name", "error"],
    code: paths!["name", "error", "error/code"],
    description: paths!["message", "error_description", "error/message"],
    ..ErrorShape::STANDARD
};
