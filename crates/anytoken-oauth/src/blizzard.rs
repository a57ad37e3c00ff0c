//! Blizzard.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `battlenet`: Battle.net's token endpoint.
///
/// `sub` is the client if the client asked for a token of its own.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":86399,"scope":"openid wow.profile","sub":"1"}
/// ```
///
/// Source: develop.battle.net, "OAuth", "Authorization Code Flow", "Client Credentials Flow".
pub static BATTLENET: Dialect = Dialect::oauth2("battlenet", "Blizzard", Evidence::Documented)
    .with_quirks("the subject is in sub; no refresh token")
    .subject(paths!["sub"]);
