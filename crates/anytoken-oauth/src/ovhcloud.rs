//! OVHcloud.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, paths};

/// `ovh-oauth2`: service accounts of OVHcloud.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":3599,"scope":"all"}
/// ```
///
/// Source: ovh/go-ovh `README.md`, `ovh/error.go`.
pub static OVH_OAUTH2: Dialect = Dialect::oauth2("ovh-oauth2", "OVHcloud", Evidence::Documented)
    .with_quirks("error responses follow RFC 6749, or have a message")
    .errors(&OVH_ERRORS);

/// `ovh-consumer-key`: a consumer key of the API.
///
/// It is valid once the user has opened `validationUrl`; until then `state` is `pendingValidation`. It signs requests.
///
/// ```json
/// {"validationUrl":"https://api.example.com/auth/?credentialToken=EXAMPLE","consumerKey":"EXAMPLE-CONSUMER",
///  "state":"pendingValidation"}
/// ```
///
/// Source: ovh.com, "First steps with the API"; ovh/go-ovh `ovh/consumer_key.go`; ovh/php-ovh issues 56 and 62.
pub static OVH_CONSUMER_KEY: Dialect = Dialect::bare("ovh-consumer-key", "OVHcloud", Evidence::Documented)
    .with_quirks("valid after the user's consent; signs requests; no expiry")
    .detected_by(&["validationUrl"])
    .access_token(paths!["consumerKey"])
    .authorization(Authorization::None)
    .errors(&OVH_ERRORS);

/// The error responses of OVHcloud: those of RFC 6749, and a message with or without a code.
const OVH_ERRORS: ErrorShape = ErrorShape::RFC6749.error_when(paths!["errorCode", "message"]).remedies(&[
    ("INVALID_CREDENTIAL", Remedy::Reauthenticate),
    ("NOT_CREDENTIAL", Remedy::Reauthenticate),
    ("INVALID_KEY", Remedy::FixClient),
]);
