//! The output of Google's command line, and of executables for its client libraries.

use anytoken_core::Adapter;
use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, TimeRule, paths};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&GCLOUD, &ADC_EXECUTABLE];

/// `gcloud`: `gcloud config config-helper`.
///
/// ```json
/// {"configuration":{"active_configuration":"default"},"credential":{"access_token":"EXAMPLE-ACCESS",
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_expiry":"2026-01-01T01:00:00Z"},
///  "sentinels":{"config_sentinel":"/home/user/.config/gcloud/config_sentinel"}}
/// ```
///
/// Source: google/go-containerregistry `pkg/v1/google/auth.go`.
pub static GCLOUD: Dialect = Dialect {
    id: "gcloud",
    vendor: "Google",
    quirks: "the token is in credential",
    signature: &["sentinels"],
    at: "credential",
    access_token: paths!["access_token"],
    id_token: paths!["id_token"],
    expires: &[TimeRule::rfc3339(paths!["token_expiry"])],
    ..Dialect::BARE
};

/// `google-adc-executable`: what a program prints that is named as a source of credentials.
///
/// The subject token of an exchange, and no token to send in a header: an ID token, or a SAML response, which takes
/// the access token's place. `token_type` is a name of RFC 8693. `success` is the flag.
///
/// ```json
/// {"version":1,"success":true,"token_type":"urn:ietf:params:oauth:token-type:id_token",
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE","expiration_time":1767229200}
/// ```
///
/// Source: googleapis/google-auth-library-python `tests/test_pluggable.py`.
pub static ADC_EXECUTABLE: Dialect = Dialect {
    id: "google-adc-executable",
    vendor: "Google",
    quirks: "a subject token for an exchange; success is the flag",
    signature: &["saml_response"],
    access_token: paths!["saml_response"],
    id_token: paths!["id_token"],
    token_type: paths!["token_type"],
    expires: &[TimeRule::epoch(paths!["expiration_time"])],
    scheme: Some(""),
    success: Some((FieldPath::new("success"), &["true"])),
    errors: ErrorShape { code: paths!["code"], description: paths!["message"], ..ErrorShape::STANDARD },
    ..Dialect::BARE
};
