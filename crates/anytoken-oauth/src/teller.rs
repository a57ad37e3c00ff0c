//! Teller.

use anytoken_core::dialect::{Authorization, Dialect, Evidence, paths};

/// `teller-connect`: the result of an enrollment in Teller Connect.
///
/// The token is the user name of HTTP's basic authentication, without a password.
///
/// ```json
/// {"accessToken":"EXAMPLE-ACCESS","user":{"id":"EXAMPLE-USER"},
///  "enrollment":{"id":"EXAMPLE-ID","institution":{"name":"Example Bank"}}}
/// ```
///
/// Source: teller-connect-react, `src/types`.
pub static TELLER_CONNECT: Dialect = Dialect::bare("teller-connect", "Teller", Evidence::Documented)
    .with_quirks("accessToken; no expiry; the token is a user name")
    .detected_by(&["enrollment+user"])
    .access_token(paths!["accessToken"])
    .subject(paths!["user/id"])
    .authorization(Authorization::None);
