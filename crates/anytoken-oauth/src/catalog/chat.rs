//! Chat.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, Never, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&SLACK, &SLACK_LEGACY, &SLACK_OPENID, &SLACK_TOOLING];

/// `slack`: `oauth.v2.access`.
///
/// The bot's token at the top and the user's in `authed_user`, each with its own scopes and life: the bot's is the
/// token, the user's is related, or the token where it is alone. `bot` and `user` are kinds of token and mean Bearer.
/// Without `expires_in` the token does not expire. Error responses come with status 200 and `ok` false.
///
/// ```json
/// {"ok":true,"access_token":"EXAMPLE-BOT","token_type":"bot","scope":"commands,incoming-webhook","bot_user_id":"U0",
///  "app_id":"A0","team":{"name":"Example","id":"T0"},
///  "authed_user":{"id":"U1","scope":"chat:write","access_token":"EXAMPLE-USER","token_type":"user"}}
/// ```
///
/// Source: docs.slack.dev, "oauth.v2.access", "Using token rotation"; slackapi/java-slack-sdk
/// `json-logs/samples/api/oauth.v2.access.json`.
pub static SLACK: Dialect = Dialect {
    id: "slack",
    vendor: "Slack",
    quirks: "the user's token beside the bot's; ok is the flag; comma scopes; no expires_in means never",
    signature: &["authed_user", "bot_user_id"],
    subject: paths!["bot_user_id"],
    also: &[Dialect { at: "authed_user", subject: paths!["id"], ..BOT_OR_USER }],
    ..BOT_OR_USER
};

/// `slack-legacy`: `oauth.access`, the first version.
///
/// The reverse: the user's token at the top, the bot's in `bot`. It has no type and no expiry.
///
/// ```json
/// {"access_token":"EXAMPLE-USER","scope":"incoming-webhook,bot","team_name":"Example","team_id":"T0",
///  "bot":{"bot_user_id":"U0","bot_access_token":"EXAMPLE-BOT"}}
/// ```
///
/// Source: api.slack.com, "Using OAuth 2.0 (legacy)"; slackapi/java-slack-sdk
/// `json-logs/samples/api/oauth.access.json`.
pub static SLACK_LEGACY: Dialect = Dialect {
    id: "slack-legacy",
    quirks: "the bot's token in bot; comma scopes",
    also: &[Dialect { at: "bot", access_token: paths!["bot_access_token"], ..Dialect::BARE }],
    ..WEB_API
};

/// `slack-openid`: `openid.connect.token`.
///
/// ```json
/// {"ok":true,"access_token":"EXAMPLE-USER","token_type":"Bearer","id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: docs.slack.dev, "openid.connect.token".
pub static SLACK_OPENID: Dialect = Dialect { id: "slack-openid", quirks: "ok is the flag", ..WEB_API };

/// `slack-tooling`: `tooling.tokens.rotate`.
///
/// ```json
/// {"ok":true,"token":"EXAMPLE-TOOL","refresh_token":"EXAMPLE-REFRESH","team_id":"T0","user_id":"U0",
///  "iat":1767225600,"exp":1767268800}
/// ```
///
/// Source: docs.slack.dev, "tooling.tokens.rotate".
pub static SLACK_TOOLING: Dialect = Dialect {
    id: "slack-tooling",
    quirks: "iat and exp in the body, as epochs",
    access_token: paths!["token"],
    id_token: paths![],
    token_type: paths![],
    scope: paths![],
    subject: paths!["user_id"],
    issued: &[TimeRule::epoch(paths!["iat"])],
    expires: &[TimeRule::epoch(paths!["exp"])],
    ..WEB_API
};

/// A bot's token, or a user's.
const BOT_OR_USER: Dialect = Dialect { bearer_words: &["bot", "user"], never: &[Never::Silence], ..WEB_API };

/// The base of all methods of Slack's Web API.
const WEB_API: Dialect = Dialect {
    vendor: "Slack",
    scope_separators: &[','],
    success: Some((FieldPath::new("ok"), &["true"])),
    errors: ErrorShape {
        remedies: &[
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
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};
