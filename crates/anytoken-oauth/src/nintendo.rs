//! Nintendo.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `nintendo`: accounts.nintendo.com.
///
/// A session token lives for years and is the refresh token. It comes alone, with a JWT in `code`, which is not the
/// code of an error.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","expires_in":900,"id_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "scope":["openid","user"],"token_type":"Bearer"}
/// ```
///
/// Source: a public client (`GetIdTokenResult`, `GetSessionTokenResult`).
pub static NINTENDO: Dialect = Dialect::oauth2("nintendo", "Nintendo", Evidence::Unverified)
    .with_quirks("the session token is the refresh token; scope is an array")
    .refresh_token(paths!["session_token"])
    .refresh_token_is_grant();
