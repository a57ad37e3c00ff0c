//! Bitly.

use anytoken_core::dialect::{Dialect, Evidence, Wire, paths};

/// `bitly`: Bitly's token endpoint.
///
/// The body is JSON if the request asks for it. `apiKey` is an older, second credential.
///
/// ```text
/// access_token=EXAMPLE-ACCESS&login=example&apiKey=EXAMPLE-KEY
/// ```
///
/// Source: dev.bitly.com, "Authentication".
pub static BITLY: Dialect = Dialect::oauth2("bitly", "Bitly", Evidence::Documented)
    .with_quirks("a form; no expiry; an older key beside the token")
    .wire(Wire::Form)
    .subject(paths!["login"]);
