//! Pluggy.

use anytoken_core::dialect::{Authorization, Dialect, Evidence, paths};

/// `pluggy`: an API key, or a token that connects an account.
///
/// The key is sent in the header `X-API-KEY`. The expiry is only in the token.
///
/// ```json
/// {"apiKey":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: pluggy-sdk 0.90.0 for Node.js, `client.d.ts`.
pub static PLUGGY: Dialect = Dialect::bare("pluggy", "Pluggy", Evidence::Documented)
    .with_quirks("apiKey or accessToken is the only member; no Authorization header")
    .access_token(paths!["apiKey", "accessToken"])
    .authorization(Authorization::None);
