//! OpenAI.

use anytoken_core::dialect::{Body, Dialect, ErrorShape, Evidence, Place, TimeRule, paths};
use anytoken_core::{Error, ErrorKind, Remedy, Result};

/// `codex-auth`: the file `auth.json` of OpenAI's Codex.
///
/// The expiry of the tokens is only in the JWT, and their names may be in camelCase. `personal_access_token` or
/// `OPENAI_API_KEY` is the token if there is no other. `agent_identity` is a JWT that holds a private key, and no
/// token.
///
/// ```json
/// {"OPENAI_API_KEY":null,"tokens":{"id_token":"EXAMPLE.EXAMPLE.EXAMPLE","access_token":"EXAMPLE.ACCESS.EXAMPLE",
///  "refresh_token":"EXAMPLE-REFRESH","account_id":"11111111-2222-3333-4444-555555555555"},
///  "last_refresh":"2026-01-01T00:00:00.123456Z"}
/// ```
///
/// Source: steipete/CodexBar `Tests/CodexBarTests/CodexOAuthTests.swift`; openai/codex
/// `codex-rs/login/src/auth/storage.rs` (AuthDotJson).
pub static CODEX_AUTH: Dialect = Dialect::bare("codex-auth", "OpenAI", Evidence::Recorded)
    .with_quirks("a file; the tokens are in tokens, or there is a key alone; no expiry")
    .detected_by(&["OPENAI_API_KEY"])
    .related(&[Place::BARE.access_token(paths!["personal_access_token", "OPENAI_API_KEY"]).last_resort()])
    .access_token(paths!["tokens/access_token", "tokens/accessToken"])
    .refresh_token(paths!["tokens/refresh_token", "tokens/refreshToken"])
    .id_token(paths!["tokens/id_token", "tokens/idToken"])
    .subject(paths!["tokens/account_id", "tokens/accountId"])
    .issued_at(&[TimeRule::rfc3339(paths!["last_refresh"])]);

/// `openai-realtime-client-secret`: an ephemeral key for OpenAI's Realtime API, or for xAI's.
///
/// ```json
/// {"value":"EXAMPLE-ACCESS","expires_at":1767226200,"session":{"type":"realtime","object":"realtime.session"}}
/// ```
///
/// Source: openai/openai-python 3.57.0 `types/realtime/client_secret_create_response.py`; public tests of integrations
/// of xAI's `/v1/realtime/client_secrets`.
pub static OPENAI_REALTIME_CLIENT_SECRET: Dialect =
    Dialect::bare("openai-realtime-client-secret", "OpenAI, xAI", Evidence::Tested)
        .with_quirks("the token is in value; the expiry is an epoch")
        .detected_by(&["value+expires_at"])
        .access_token(paths!["value"])
        .expires_at(&[TimeRule::epoch(paths!["expires_at"])])
        .errors(&API);

/// `openai-chatkit-session`: a session of ChatKit, OpenAI's chat for web pages.
///
/// The token is in `client_secret`, which elsewhere is the password of a client: it is the token only if `object` says
/// that the response is a session.
///
/// ```json
/// {"id":"EXAMPLE-SESSION","object":"chatkit.session","status":"active","client_secret":"EXAMPLE-ACCESS",
///  "expires_at":1767226200,"max_requests_per_1_minute":10,"user":"EXAMPLE-USER"}
/// ```
///
/// Source: openai/openai-python 3.57.0 `types/beta/chatkit/chat_session.py`.
pub static OPENAI_CHATKIT_SESSION: Dialect =
    Dialect::bare("openai-chatkit-session", "OpenAI", Evidence::Tested)
        .with_quirks("the token is in client_secret if object is chatkit.session; the subject is user")
        .detected_by(&["max_requests_per_1_minute+client_secret"])
        .before_decode(require_session)
        .constant_members(&[("object", "\"chatkit.session\"")])
        .access_token(paths!["client_secret"])
        .subject(paths!["user"])
        .expires_at(&[TimeRule::epoch(paths!["expires_at"])])
        .errors(&API);

/// Makes a client secret without a session an error.
fn require_session(body: &mut Body<'_>) -> Result<()> {
    let object = body.text_at("object")?;
    let is_session = object.is_some_and(|object| object.expose() == "chatkit.session");
    if is_session || body.members().all(|member| member.name() != "client_secret") {
        Ok(())
    } else {
        Err(Error::new(ErrorKind::Missing).with_field("object"))
    }
}

/// Error responses of OpenAI's API.
const API: ErrorShape = ErrorShape::RFC6749.remedies(&[
    ("insufficient_quota", Remedy::FixClient),
    ("invalid_api_key", Remedy::FixClient),
    ("invalid_request_error", Remedy::FixRequest),
    ("rate_limit_exceeded", Remedy::Retry),
]);
