//! Slack.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Place, Special, TimeRule, paths};
use anytoken_core::{Remedy, TokenTypeKind};

/// `slack`: `oauth.v2.access`.
///
/// The bot's token is at the top level and the user's in `authed_user`, each with its own scopes and lifetime. The
/// user's token is related to the bot's, or is the token if there is no other. Error responses have status 200.
///
/// ```json
/// {"ok":true,"access_token":"EXAMPLE-BOT","token_type":"bot","scope":"commands,incoming-webhook","bot_user_id":"U0",
///  "app_id":"A0","team":{"name":"Example","id":"T0"},
///  "authed_user":{"id":"U1","scope":"chat:write","access_token":"EXAMPLE-USER","token_type":"user"}}
/// ```
///
/// Source: docs.slack.dev, "oauth.v2.access", "Using token rotation"; slackapi/java-slack-sdk
/// `json-logs/samples/api/oauth.v2.access.json`.
pub static SLACK: Dialect = Dialect::like(&WEB_API, "slack", Evidence::Tested)
    .with_quirks(
        "the user's token is beside the bot's; comma scopes; no expires_in means never; ok means success",
    )
    .detected_by(&["authed_user", "bot_user_id"])
    .related(&[Place::OAUTH2
        .envelope("authed_user")
        .token_type_aliases(BOT_AND_USER)
        .scopes_separated_by(&[','])
        .subject(paths!["id"])
        .expires_at(&[TimeRule::seconds(paths!["expires_in"]).when_absent(Special::Never)])])
    .token_type_aliases(BOT_AND_USER)
    .subject(paths!["bot_user_id"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).when_absent(Special::Never)]);

/// `slack-legacy`: `oauth.access`, the first version.
///
/// The user's token is at the top level and the bot's in `bot`. Neither has a type or an expiry.
///
/// ```json
/// {"access_token":"EXAMPLE-USER","scope":"incoming-webhook,bot","team_name":"Example","team_id":"T0",
///  "bot":{"bot_user_id":"U0","bot_access_token":"EXAMPLE-BOT"}}
/// ```
///
/// Source: api.slack.com, "Using OAuth 2.0 (legacy)"; slackapi/java-slack-sdk
/// `json-logs/samples/api/oauth.access.json`.
pub static SLACK_LEGACY: Dialect = Dialect::like(&WEB_API, "slack-legacy", Evidence::Tested)
    .with_quirks("the bot's token is in bot; comma scopes; no expiry; ok means success")
    .related(&[Place::BARE.envelope("bot").access_token(paths!["bot_access_token"])]);

/// `slack-openid`: `openid.connect.token`.
///
/// ```json
/// {"ok":true,"access_token":"EXAMPLE-USER","token_type":"Bearer","id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: docs.slack.dev, "openid.connect.token"; slackapi/java-slack-sdk
/// `json-logs/samples/api/openid.connect.token.json`.
pub static SLACK_OPENID: Dialect = Dialect::like(&WEB_API, "slack-openid", Evidence::Tested)
    .with_quirks("ok means success; error responses have status 200");

/// `slack-tooling`: `tooling.tokens.rotate`.
///
/// ```json
/// {"ok":true,"token":"EXAMPLE-TOOL","refresh_token":"EXAMPLE-REFRESH","team_id":"T0","user_id":"U0",
///  "iat":1767225600,"exp":1767268800}
/// ```
///
/// Source: docs.slack.dev, "tooling.tokens.rotate"; slackapi/java-slack-sdk
/// `json-logs/samples/api/tooling.tokens.rotate.json`.
pub static SLACK_TOOLING: Dialect = Dialect::bare("slack-tooling", "Slack", Evidence::Tested)
    .with_quirks("the token is in token; iat and exp are epochs; ok means success")
    .detected_by(&["team_id+iat"])
    .access_token(paths!["token"])
    .refresh_token(paths!["refresh_token"])
    .subject(paths!["user_id"])
    .issued_at(&[TimeRule::epoch(paths!["iat"])])
    .expires_at(&[TimeRule::epoch(paths!["exp"])])
    .ok_when("ok", &["true"])
    .errors(&ERRORS);

/// The words for the owner of a token, in place of its type.
const BOT_AND_USER: &[(&str, TokenTypeKind)] =
    &[("bot", TokenTypeKind::Bearer), ("user", TokenTypeKind::Bearer)];

/// The base of Slack's Web API: comma scopes, and error responses with `ok` false and a code of Slack's.
const WEB_API: Dialect =
    Dialect::RFC6749.by("Slack").scopes_separated_by(&[',']).ok_when("ok", &["true"]).errors(&ERRORS);

/// The error responses of Slack's methods.
const ERRORS: ErrorShape = ErrorShape::RFC6749.remedies(&[
    ("bad_client_secret", Remedy::FixClient),
    ("invalid_client_id", Remedy::FixClient),
    ("invalid_code", Remedy::Reauthenticate),
    ("code_already_used", Remedy::Reauthenticate),
    ("invalid_refresh_token", Remedy::Reauthenticate),
    ("token_expired", Remedy::Reauthenticate),
    ("bad_redirect_uri", Remedy::FixRequest),
    ("ratelimited", Remedy::Retry),
    ("internal_error", Remedy::Retry),
    ("service_unavailable", Remedy::Retry),
]);
