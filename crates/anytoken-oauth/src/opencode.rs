//! opencode.

use anytoken_core::dialect::{Dialect, Evidence, Place, TimeRule, paths};

/// `opencode-auth`: the files `auth.json` and `mcp-auth.json` of opencode.
///
/// `auth.json` is an object of credentials by provider: tokens, API keys, or the token of a well-known address.
/// `mcp-auth.json` is an object of MCP servers, whose tokens are in `tokens`. The first is the token, the others are
/// related.
///
/// ```json
/// {"anthropic":{"type":"oauth","refresh":"EXAMPLE-REFRESH","access":"EXAMPLE-ACCESS","expires":1767229200000},
///  "openai":{"type":"api","key":"EXAMPLE-KEY"}}
/// ```
///
/// Source: anomalyco/opencode 1.18.34 `src/auth/index.ts`, `src/mcp/auth.ts`.
pub static OPENCODE_AUTH: Dialect = Dialect::bare("opencode-auth", "opencode", Evidence::Recorded)
    .with_quirks("a file; an object of credentials by provider; expires is in milliseconds since 1970")
    .envelope("*")
    .access_token(paths!["access", "token", "key"])
    .refresh_token(paths!["refresh"])
    .subject(paths!["accountId"])
    .expires_at(&[TimeRule::epoch_milliseconds(paths!["expires"])])
    .related(&[Place::BARE
        .envelope("*")
        .access_token(paths!["tokens/accessToken"])
        .refresh_token(paths!["tokens/refreshToken"])
        .scopes(paths!["tokens/scope"])
        .api_url(paths!["serverUrl"])
        .client_id(paths!["clientInfo/clientId"])
        .expires_at(&[TimeRule::epoch(paths!["tokens/expiresAt"])])]);
