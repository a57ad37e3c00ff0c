//! OpenAI.

use anytoken_core::dialect::{Dialect, Evidence, Place, TimeRule, paths};

/// `codex-auth`: the file `auth.json` of OpenAI's Codex.
///
/// The expiry of the tokens is only in the JWT, and their names may be in camelCase. `OPENAI_API_KEY` is the token if
/// there is no other.
///
/// ```json
/// {"OPENAI_API_KEY":null,"tokens":{"id_token":"EXAMPLE.EXAMPLE.EXAMPLE","access_token":"EXAMPLE.ACCESS.EXAMPLE",
///  "refresh_token":"EXAMPLE-REFRESH","account_id":"11111111-2222-3333-4444-555555555555"},
///  "last_refresh":"2026-01-01T00:00:00.123456Z"}
/// ```
///
/// Source: steipete/CodexBar `Tests/CodexBarTests/CodexOAuthTests.swift`; public descriptions of the file.
pub static CODEX_AUTH: Dialect = Dialect::bare("codex-auth", "OpenAI", Evidence::Tested)
    .with_quirks("a file; the tokens are in tokens, or there is a key alone; no expiry")
    .detected_by(&["OPENAI_API_KEY"])
    .related(&[Place::BARE.access_token(paths!["OPENAI_API_KEY"]).last_resort()])
    .access_token(paths!["tokens/access_token", "tokens/accessToken"])
    .refresh_token(paths!["tokens/refresh_token", "tokens/refreshToken"])
    .id_token(paths!["tokens/id_token", "tokens/idToken"])
    .subject(paths!["tokens/account_id", "tokens/accountId"])
    .issued_at(&[TimeRule::rfc3339(paths!["last_refresh"])]);
