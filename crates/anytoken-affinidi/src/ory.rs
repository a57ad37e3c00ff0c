//! The tokens of Ory.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Place, TimeRule, paths};

/// `ory-hydra`: Ory Hydra's token endpoint.
///
/// An error response of older versions has `error_hint` and `error_debug`, which are not part of the description.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3599,"scope":"","token_type":"bearer"}
/// ```
///
/// Source: ory/hydra `fosite/access_write.go`, `fosite/access_response.go`, `fosite/errors.go`.
pub static HYDRA: Dialect = Dialect::oauth2("ory-hydra", "Ory", Evidence::Documented)
    .with_quirks("scope is always sent, and empty if none was granted");

/// `ory-kratos-session`: a session of Ory Kratos, by native login or as a JWT by `whoami?tokenize_as`.
///
/// Times have nanoseconds. The expiry beside `tokenized` is the session's and not the JWT's, so it is not read.
///
/// ```json
/// {"session_token":"EXAMPLE-SESSION","session":{"id":"11111111-2222-3333-4444-555555555555","active":true,
///  "expires_at":"2026-01-02T00:00:00.123456789Z","issued_at":"2026-01-01T00:00:00.123456789Z",
///  "identity":{"id":"66666666-7777-8888-9999-000000000000"}}}
/// ```
///
/// Source: ory/kratos `spec/api.json` (successfulNativeLogin, session, errorGeneric).
pub static KRATOS_SESSION: Dialect = Dialect::bare("ory-kratos-session", "Ory", Evidence::Documented)
    .with_quirks(
        "times and subject are in session; a tokenized session has no expiry; error responses have an id",
    )
    .detected_by(&["tokenized", "continue_with"])
    .related(&[Place::BARE.access_token(paths!["tokenized"]).subject(paths!["identity/id"])])
    .access_token(paths!["session_token"])
    .subject(paths!["session/identity/id"])
    .issued_at(&[TimeRule::rfc3339(paths!["session/issued_at"])])
    .expires_at(&[TimeRule::rfc3339(paths!["session/expires_at"])])
    .errors(&ErrorShape::RFC6749.code(paths!["error/id"]));

/// `ory-oathkeeper`: the error responses of Ory Oathkeeper, which issues no tokens itself.
///
/// ```json
/// {"error":{"code":401,"status":"Unauthorized","request":"11111111-2222-3333-4444-555555555555",
///  "message":"Access credentials are invalid"}}
/// ```
///
/// Source: ory/oathkeeper `helper/errors.go`; ory/kratos `spec/api.json` (genericError, the same shape).
pub static OATHKEEPER: Dialect = Dialect::oauth2("ory-oathkeeper", "Ory", Evidence::Documented)
    .with_quirks("error is an object, whose code is the HTTP status");
