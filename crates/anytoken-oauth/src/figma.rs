//! Figma.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `figma`: Figma's token endpoint.
///
/// The number may be too large for some JSON parsers. A refresh brings no new refresh token.
///
/// ```json
/// {"user_id":1234567890123456789,"user_id_string":"1234567890123456789","access_token":"EXAMPLE-ACCESS",
///  "token_type":"bearer","expires_in":7776000,"refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: developers.figma.com, "Authentication", "Errors".
pub static FIGMA: Dialect = Dialect::oauth2("figma", "Figma", Evidence::Documented)
    .with_quirks("the user's id is a number and a string; the error code is the HTTP status")
    .detected_by(&["user_id_string"])
    .subject(paths!["user_id_string", "user_id"])
    .errors(&ErrorShape::RFC6749.error_when(paths!["err"]));
