//! PhonePe.

use anytoken_core::dialect::{Authorization, Dialect, Evidence, TimeRule, paths};

/// `phonepe`: the token endpoint of PhonePe's payment gateway.
///
/// The token type `O-Bearer` is the scheme. `expires_in` is mostly null. `encrypted_access_token` is a further token,
/// and `session_expires_at` the end of a session, not of the token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","encrypted_access_token":"EXAMPLE-ENCRYPTED","expires_in":null,
///  "issued_at":1767225600,"expires_at":1767229200,"session_expires_at":1767232800,"token_type":"O-Bearer"}
/// ```
///
/// Source: developer.phonepe.com, "Generate Authorization Token".
pub static PHONEPE: Dialect = Dialect::oauth2("phonepe", "PhonePe", Evidence::Documented)
    .with_quirks("the token type O-Bearer is the scheme; the expiry is in seconds since 1970")
    .detected_by(&["encrypted_access_token"])
    .issued_at(&[TimeRule::epoch(paths!["issued_at"])])
    .expires_at(&[TimeRule::epoch(paths!["expires_at"]), TimeRule::seconds(paths!["expires_in"])])
    .authorization(Authorization::Scheme("O-Bearer"));
