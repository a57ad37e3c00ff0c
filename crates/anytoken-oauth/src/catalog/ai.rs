//! Models, and the tools that use them.

use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] =
    &[&HUGGINGFACE, &CLAUDE_CODE_CREDENTIALS, &ANTHROPIC_OAUTH, &CODEX_AUTH];

/// `huggingface`: Hugging Face's OAuth, and its token exchange.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":28800,"scope":"openid profile",
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE","issued_token_type":"urn:ietf:params:oauth:token-type:access_token"}
/// ```
///
/// Source: huggingface/hub-docs `docs/hub/oauth.md`.
pub static HUGGINGFACE: Dialect = Dialect {
    id: "huggingface",
    vendor: "Hugging Face",
    quirks: "an ID token in token exchange",
    ..Dialect::STANDARD
};

/// `claude-code-credentials`: the file `.credentials.json` of Claude Code.
///
/// Expiries are in milliseconds since 1970. The tokens of MCP servers may be in `mcpOAuth`.
///
/// ```json
/// {"claudeAiOauth":{"accessToken":"EXAMPLE-ACCESS","refreshToken":"EXAMPLE-REFRESH","expiresAt":1767254400000,
///  "scopes":["user:inference","user:profile"],"subscriptionType":"max"}}
/// ```
///
/// Source: steipete/CodexBar `Tests/CodexBarTests/ClaudeOAuthTests.swift`; public notes of the file.
pub static CLAUDE_CODE_CREDENTIALS: Dialect = Dialect {
    id: "claude-code-credentials",
    vendor: "Anthropic",
    quirks: "a file; camelCase in claudeAiOauth; expiries in milliseconds",
    signature: &["claudeAiOauth"],
    at: "claudeAiOauth",
    access_token: paths!["accessToken"],
    refresh_token: paths!["refreshToken"],
    scope: paths!["scopes"],
    expires: &[TimeRule::epoch_milliseconds(paths!["expiresAt"])],
    refresh_token_expires: &[TimeRule::epoch_milliseconds(paths!["refreshTokenExpiresAt"])],
    scope_separators: &[],
    ..Dialect::BARE
};

/// `anthropic-oauth`: the token endpoint that Claude Code asks.
///
/// An error of the API is an object with a `type`.
///
/// ```json
/// {"token_type":"Bearer","access_token":"EXAMPLE-ACCESS","expires_in":28800,"refresh_token":"EXAMPLE-REFRESH",
///  "scope":"user:inference user:profile","organization":{"uuid":"11111111-2222-3333-4444-555555555555"},
///  "account":{"uuid":"66666666-7777-8888-9999-000000000000"}}
/// ```
///
/// Source: from memory; Claude Docs, "Errors".
pub static ANTHROPIC_OAUTH: Dialect = Dialect {
    id: "anthropic-oauth",
    vendor: "Anthropic",
    quirks: "the subject is nested in account",
    subject: paths!["account/uuid"],
    errors: ErrorShape {
        code: paths!["error", "error/code", "error/type"],
        remedies: &[
            ("invalid_request_error", Remedy::FixRequest),
            ("rate_limit_error", Remedy::Retry),
            ("overloaded_error", Remedy::Retry),
            ("api_error", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `codex-auth`: the file `auth.json` of OpenAI's Codex.
///
/// `last_refresh` is when the tokens were issued; their expiry is in the JWT only, and their names may be in camelCase.
/// `OPENAI_API_KEY` is the token where it is alone, and related beside the others.
///
/// ```json
/// {"OPENAI_API_KEY":null,"tokens":{"id_token":"EXAMPLE.EXAMPLE.EXAMPLE","access_token":"EXAMPLE.ACCESS.EXAMPLE",
///  "refresh_token":"EXAMPLE-REFRESH","account_id":"11111111-2222-3333-4444-555555555555"},
///  "last_refresh":"2026-01-01T00:00:00.123456Z"}
/// ```
///
/// Source: steipete/CodexBar `Tests/CodexBarTests/CodexOAuthTests.swift`; public descriptions of the file.
pub static CODEX_AUTH: Dialect = Dialect {
    id: "codex-auth",
    vendor: "OpenAI",
    quirks: "a file; tokens in tokens, or a key alone; no expiry",
    signature: &["OPENAI_API_KEY"],
    also: &[Dialect { access_token: paths!["OPENAI_API_KEY"], last_resort: true, ..Dialect::BARE }],
    access_token: paths!["tokens/access_token", "tokens/accessToken"],
    refresh_token: paths!["tokens/refresh_token", "tokens/refreshToken"],
    id_token: paths!["tokens/id_token", "tokens/idToken"],
    subject: paths!["tokens/account_id", "tokens/accountId"],
    issued: &[TimeRule::rfc3339(paths!["last_refresh"])],
    ..Dialect::BARE
};
