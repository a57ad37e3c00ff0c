//! Railway.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `railway-cli-config`: the file `config.json` of Railway's command line.
///
/// An older login has `token` alone.
///
/// ```json
/// {"projects":{},"user":{"accessToken":"EXAMPLE-ACCESS","refreshToken":"EXAMPLE-REFRESH","tokenExpiresAt":1767229200}}
/// ```
///
/// Source: railwayapp/cli `src/config.rs`.
pub static RAILWAY_CLI_CONFIG: Dialect = Dialect::bare("railway-cli-config", "Railway", Evidence::Tested)
    .with_quirks("a file; the tokens are in user; the expiry is an epoch")
    .envelope("user")
    .access_token(paths!["accessToken", "token"])
    .refresh_token(paths!["refreshToken"])
    .expires_at(&[TimeRule::epoch(paths!["tokenExpiresAt"])]);
