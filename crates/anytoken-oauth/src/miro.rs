//! Miro.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `miro`: Miro's token endpoint.
///
/// The ids are numbers or strings of them. Without a refresh token no expiry is sent.
///
/// ```json
/// {"user_id":"9876543210","refresh_token":"EXAMPLE-REFRESH","access_token":"EXAMPLE-ACCESS","expires_in":3599,
///  "team_id":"1234567890","scope":"boards:read","token_type":"bearer"}
/// ```
///
/// Source: developers.miro.com, "Get new access token using refresh token"; amp-labs/connectors `providers/miro.go`.
pub static MIRO: Dialect = Dialect::oauth2("miro", "Miro", Evidence::Documented)
    .with_quirks("the subject is user_id")
    .subject(paths!["user_id"]);
