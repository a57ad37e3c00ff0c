//! Scaleway.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `scaleway-iam-jwt`: a session of a user of Scaleway's IAM.
///
/// `jwt` describes the token. The token is sent in the header `X-Session-Token`.
///
/// ```json
/// {"jwt":{"jti":"EXAMPLE-ID","issuer_id":"EXAMPLE-USER","created_at":"2026-01-01T00:00:00Z",
///  "expires_at":"2026-01-01T01:00:00Z"},"token":"EXAMPLE.EXAMPLE.EXAMPLE","renew_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: scaleway for Python, `iam/v1alpha1/types.py`.
pub static SCALEWAY_IAM_JWT: Dialect = Dialect::bare("scaleway-iam-jwt", "Scaleway", Evidence::Documented)
    .with_quirks("the refresh token is in renew_token; the expiry is in jwt; no Authorization header")
    .detected_by(&["renew_token"])
    .access_token(paths!["token"])
    .refresh_token(paths!["renew_token"])
    .subject(paths!["jwt/issuer_id"])
    .issued_at(&[TimeRule::rfc3339(paths!["jwt/created_at"])])
    .expires_at(&[TimeRule::rfc3339(paths!["jwt/expires_at"])])
    .authorization(Authorization::None)
    .errors(&ERRORS);

/// `scaleway-api-key`: an API key, of a user or of an application.
///
/// The secret key is null in every later response. It is sent in the header `X-Auth-Token`.
///
/// ```json
/// {"access_key":"EXAMPLE-KEY","secret_key":"EXAMPLE-ACCESS","user_id":"EXAMPLE-USER",
///  "created_at":"2026-01-01T00:00:00Z","expires_at":"2026-12-31T00:00:00Z","default_project_id":"EXAMPLE-PROJECT"}
/// ```
///
/// Source: scaleway for Python, `iam/v1alpha1/types.py`, "APIKey".
pub static SCALEWAY_API_KEY: Dialect = Dialect::bare("scaleway-api-key", "Scaleway", Evidence::Documented)
    .with_quirks("the token is in secret_key; no Authorization header")
    .detected_by(&["secret_key+default_project_id"])
    .access_token(paths!["secret_key"])
    .subject(paths!["user_id", "application_id"])
    .issued_at(&[TimeRule::rfc3339(paths!["created_at"])])
    .expires_at(&[TimeRule::rfc3339(paths!["expires_at"])])
    .authorization(Authorization::None)
    .errors(&ERRORS);

/// The error responses of Scaleway's APIs; scaleway/scaleway-sdk-go `scw/errors.go`.
const ERRORS: ErrorShape = ErrorShape::RFC6749.code(paths!["type"]).remedies(&[
    ("denied_authentication", Remedy::Reauthenticate),
    ("invalid_arguments", Remedy::FixRequest),
    ("transient_state", Remedy::Retry),
]);
