//! Google Cloud services with an endpoint of their own.

use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, Wire, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&GCE_METADATA, &IAM_CREDENTIALS];

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
pub static GCE_METADATA: Dialect = Dialect {
    id: "gce-metadata",
    vendor: "Google",
    quirks: "an ID token is bare text; no scope; errors are not JSON",
    wire: Wire::Text,
    id_token: paths!["#text"],
    ..Dialect::STANDARD
};

/// `google-iam-credentials`: `generateAccessToken` and `generateIdToken` of the service account credentials API.
///
/// `accessToken` is an access token, `token` an ID token, which has no expiry. The expiry has up to nine digits behind
/// the second. The code of an error response is its `status`; `code` repeats the HTTP status.
///
/// ```json
/// {"accessToken":"EXAMPLE-ACCESS","expireTime":"2026-01-01T01:00:00Z"}
/// ```
///
/// Source: cloud.google.com, "IAM Service Account Credentials API"; googleapis/googleapis `google/rpc/code.proto`.
pub static IAM_CREDENTIALS: Dialect = Dialect {
    id: "google-iam-credentials",
    vendor: "Google",
    quirks: "camelCase; token is an ID token; the error code is in error/status",
    signature: &["expireTime"],
    access_token: paths!["accessToken"],
    id_token: paths!["token"],
    expires: &[TimeRule::rfc3339(paths!["expireTime"])],
    errors: ErrorShape {
        code: paths!["error/status", "error/code", "error"],
        remedies: &[
            ("INVALID_ARGUMENT", Remedy::FixRequest),
            ("UNAUTHENTICATED", Remedy::Reauthenticate),
            ("RESOURCE_EXHAUSTED", Remedy::Retry),
            ("UNAVAILABLE", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};
