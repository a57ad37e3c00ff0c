//! Google Cloud services with an endpoint of their own.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, Wire, paths};

/// `gce-metadata`: the metadata server of Compute Engine, Cloud Run and the like.
///
/// It returns a cached token, so `expires_in` counts down. There is no scope. An error response is a page or plain
/// text.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3599,"token_type":"Bearer"}
/// ```
///
/// Source: cloud.google.com, "Authenticate applications directly with access tokens"; snowflakedb/gosnowflake
/// `test_data/wiremock/mappings/auth/wif/gcp`.
pub static GCE_METADATA: Dialect = Dialect::oauth2("gce-metadata", "Google", Evidence::Tested)
    .with_quirks("an ID token is bare text; no scope; error responses are not JSON")
    .wire(Wire::Text)
    .id_token(paths!["#text"]);

/// `google-iam-credentials`: `generateAccessToken` and `generateIdToken` of the service account credentials API.
///
/// `token` is an ID token and has no expiry. The expiry of an access token has up to nine digits after the second.
/// `error/code` repeats the HTTP status.
///
/// ```json
/// {"accessToken":"EXAMPLE-ACCESS","expireTime":"2026-01-01T01:00:00Z"}
/// ```
///
/// Source: cloud.google.com, "IAM Service Account Credentials API"; googleapis/googleapis `google/rpc/code.proto`.
pub static IAM_CREDENTIALS: Dialect = Dialect::bare("google-iam-credentials", "Google", Evidence::Documented)
    .with_quirks("camelCase; token is an ID token; the error code is in error/status")
    .detected_by(&["expireTime+accessToken"])
    .access_token(paths!["accessToken"])
    .id_token(paths!["token"])
    .expires_at(&[TimeRule::rfc3339(paths!["expireTime"])])
    .errors(ErrorShape::RFC6749.code(paths!["error/status", "error/code", "error"]).remedies(&[
        ("INVALID_ARGUMENT", Remedy::FixRequest),
        ("UNAUTHENTICATED", Remedy::Reauthenticate),
        ("RESOURCE_EXHAUSTED", Remedy::Retry),
        ("UNAVAILABLE", Remedy::Retry),
    ]));
