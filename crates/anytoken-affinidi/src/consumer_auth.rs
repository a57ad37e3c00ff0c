//! The tokens of Affinidi's identity and access management.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `affinidi-consumer-auth`: `ConsumerAuthTokenEndpointOutput`.
///
/// All six members are optional. The published schema has `id_token` as an integer, copied from a mistake of Ory
/// Hydra's; a JWT is sent. A number is not an ID token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3600,"id_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "refresh_token":"EXAMPLE-REFRESH","scope":"openid offline","token_type":"bearer"}
/// ```
///
/// Source: affinidi/affinidi-tdk `clients/python/iam_client/docs/ConsumerAuthTokenEndpointOutput.md`; ory/hydra
/// `oauth2/handler.go`, `fosite/access_response.go`.
pub static CONSUMER_AUTH: Dialect =
    Dialect::oauth2("affinidi-consumer-auth", "Affinidi", Evidence::Documented)
        .with_quirks("id_token is documented as an integer; the error code is in name")
        .errors(&ERRORS);

/// `affinidi-project-scoped-token`: `CreateProjectScopedTokenOutput`.
///
/// The SDK sends the token as Bearer.
///
/// ```json
/// {"accessToken":"EXAMPLE-ACCESS","expiresIn":900,"scope":"project"}
/// ```
///
/// Source: affinidi/affinidi-tdk `clients/typescript/iam-client/docs/CreateProjectScopedTokenOutput.md`,
/// `packages/java/auth.provider/src/test`.
pub static PROJECT_SCOPED_TOKEN: Dialect =
    Dialect::bare("affinidi-project-scoped-token", "Affinidi", Evidence::Tested)
        .with_quirks("camelCase; no token type; the error code is in name")
        .access_token(paths!["accessToken"])
        .scopes(paths!["scope"])
        .expires_at(&[TimeRule::seconds(paths!["expiresIn"])])
        .errors(&ERRORS);

/// Error responses without `error`: `{name, message, httpStatusCode, traceId, details}`.
const ERRORS: ErrorShape = ErrorShape::RFC6749
    .error_when(paths!["name"])
    .code(paths!["name"])
    .remedies(&[("UnexpectedError", Remedy::Retry)]);
