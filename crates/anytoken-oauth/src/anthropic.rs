//! Anthropic.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Place, TimeRule, paths};

/// `claude-code-credentials`: the file `.credentials.json` of Claude Code.
///
/// The tokens of MCP servers, in `mcpOAuth`, are related to the login's. If there is no login, the first is the token.
///
/// ```json
/// {"claudeAiOauth":{"accessToken":"EXAMPLE-ACCESS","refreshToken":"EXAMPLE-REFRESH","expiresAt":1767254400000,
///  "scopes":["user:inference","user:profile"],"subscriptionType":"max","clientId":"EXAMPLE-CLIENT",
///  "accountUuid":"11111111-2222-3333-4444-555555555555"},
///  "mcpOAuth":{"example|0123":{"serverName":"example","serverUrl":"https://mcp.example.com",
///  "accessToken":"EXAMPLE-MCP","expiresAt":1767254400000}}}
/// ```
///
/// Source: Claude Code 2.1.332; steipete/CodexBar `Tests/CodexBarTests/ClaudeOAuthTests.swift`; public notes of the
/// file.
pub static CLAUDE_CODE_CREDENTIALS: Dialect =
    Dialect::bare("claude-code-credentials", "Anthropic", Evidence::Tested)
        .with_quirks(
            "a file; camelCase in claudeAiOauth and mcpOAuth; expiries are in milliseconds since 1970",
        )
        .detected_by(&["claudeAiOauth", "mcpOAuth"])
        .envelope("claudeAiOauth")
        .access_token(paths!["accessToken"])
        .refresh_token(paths!["refreshToken"])
        .scopes(paths!["scopes"])
        .scopes_separated_by(&[])
        .client_id(paths!["clientId"])
        .subject(paths!["accountUuid"])
        .expires_at(&[TimeRule::epoch_milliseconds(paths!["expiresAt"])])
        .refresh_token_expires_at(&[TimeRule::epoch_milliseconds(paths!["refreshTokenExpiresAt"])])
        .related(&[Place::BARE
            .envelope("mcpOAuth/*")
            .access_token(paths!["accessToken"])
            .refresh_token(paths!["refreshToken"])
            .scopes(paths!["scope"])
            .api_url(paths!["serverUrl"])
            .client_id(paths!["clientId"])
            .expires_at(&[TimeRule::epoch_milliseconds(paths!["expiresAt"])])]);

/// `anthropic-sdk-credentials`: the file in which Anthropic's command line and SDKs keep a login.
///
/// ```json
/// {"version":"1.0","type":"oauth_token","access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH",
///  "expires_at":1767254400}
/// ```
///
/// Source: recorded from anthropic 2.14.0.
pub static ANTHROPIC_SDK_CREDENTIALS: Dialect =
    Dialect::oauth2("anthropic-sdk-credentials", "Anthropic", Evidence::Recorded)
        .with_quirks("a file; the expiry is an epoch")
        .constant_members(&[("type", "\"oauth_token\"")])
        .expires_at(&[TimeRule::epoch(paths!["expires_at"])]);

/// `anthropic-oauth`: the token endpoint that Claude Code uses.
///
/// ```json
/// {"token_type":"Bearer","access_token":"EXAMPLE-ACCESS","expires_in":28800,"refresh_token":"EXAMPLE-REFRESH",
///  "scope":"user:inference user:profile","organization":{"uuid":"11111111-2222-3333-4444-555555555555"},
///  "account":{"uuid":"66666666-7777-8888-9999-000000000000"},"workspace":{"id":"EXAMPLE-WORKSPACE"}}
/// ```
///
/// Source: Claude Code 2.1.332, which reads these members; Claude Docs, "Errors".
pub static ANTHROPIC_OAUTH: Dialect = Dialect::oauth2("anthropic-oauth", "Anthropic", Evidence::Tested)
    .with_quirks("the subject is in account; the error code may be in type, inside error")
    .subject(paths!["account/uuid"])
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("invalid_request_error", Remedy::FixRequest),
        ("rate_limit_error", Remedy::Retry),
        ("overloaded_error", Remedy::Retry),
        ("api_error", Remedy::Retry),
    ]));
