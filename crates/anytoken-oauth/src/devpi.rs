//! devpi.

use anytoken_core::dialect::{Authorization, Dialect, Evidence, TimeRule, paths};

/// `devpi`: a login at devpi-server.
///
/// The token is JSON and a signature, with blanks and quotes in it. It is the password of HTTP's Basic scheme, whose
/// user only the client knows.
///
/// ```json
/// {"result":{"password":"[\"root\", [], true].EXAMPLE","expiration":36000},"type":"proxyauth",
///  "message":"login successful"}
/// ```
///
/// Source: recorded from devpi-server 6.20.3.
pub static DEVPI: Dialect = Dialect::bare("devpi", "devpi", Evidence::Recorded)
    .with_quirks("the token is a password with blanks in it; it makes no header without the user")
    .envelope("result")
    .access_token(paths!["password"])
    .expires_at(&[TimeRule::seconds(paths!["expiration"])])
    .authorization(Authorization::None);
