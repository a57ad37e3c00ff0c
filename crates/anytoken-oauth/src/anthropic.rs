//! Anthropic.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `claude-code-credentials`: the file `.credentials.json` of Claude Code.
///
/// The tokens of MCP servers may be in `mcpOAuth`; they are kept.
///
/// ```json
/// {"claudeAiOauth":{"accessToken":"EXAMPLE-ACCESS","refreshToken":"EXAMPLE-REFRESH","expiresAt":1767254400000,
///  "scopes":["user:inference","user:profile"],"subscriptionType":"max"}}
/// ```
///
/// Source: steipete/CodexBar `Tests/CodexBarTests/ClaudeOAuthTests.swift`; public notes of the file.
pub static CLAUDE_CODE_CREDENTIALS: Dialect =
    Dialect::bare("claude-code-credentials", "Anthropic", Evidence::Tested)
        .with_quirks("a file; camelCase in claudeAiOauth; expiries are in milliseconds since 1970")
        .detected_by(&["claudeAiOauth"])
        .envelope("claudeAiOauth")
        .access_token(paths!["accessToken"])
        .refresh_token(paths!["refreshToken"])
        .scopes(paths!["scopes"])
        .scopes_separated_by(&[])
        .expires_at(&[TimeRule::epoch_milliseconds(paths!["expiresAt"])])
        .refresh_token_expires_at(&[TimeRule::epoch_milliseconds(paths!["refreshTokenExpiresAt"])]);

/// `anthropic-oauth`: the token endpoint that Claude Code uses.
///
/// ```json
/// {"token_type":"Bearer","access_token":"EXAMPLE-ACCESS","expires_in":28800,"refresh_token":"EXAMPLE-REFRESH",
///  "scope":"user:inference user:profile","organization":{"uuid":"11111111-2222-3333-4444-555555555555"},
///  "account":{"uuid":"66666666-7777-8888-9999-000000000000"}}
/// ```
///
/// Source: from memory; Claude Docs, "Errors".
pub static ANTHROPIC_OAUTH: Dialect = Dialect::oauth2("anthropic-oauth", "Anthropic", Evidence::Unverified)
    .with_quirks("the subject is in account; the error code may be in type, inside error")
    .subject(paths!["account/uuid"])
    .errors(ErrorShape::RFC6749.remedies(&[
        ("invalid_request_error", Remedy::FixRequest),
        ("rate_limit_error", Remedy::Retry),
        ("overloaded_error", Remedy::Retry),
        ("api_error", Remedy::Retry),
    ]));
