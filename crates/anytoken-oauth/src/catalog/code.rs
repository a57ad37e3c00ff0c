//! Where code is kept and built.

use anytoken_core::{Adapter, Dialect, Never, Refusals, Remedy, Time, paths};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] =
    &[&GITHUB, &GITHUB_APP_INSTALLATION, &GITHUB_COPILOT, &GITHUB_ACTIONS_OIDC];

/// `github`: OAuth and GitHub Apps' user tokens.
///
/// A form unless JSON or XML is asked for, and then perhaps with the media type of JSON. Scopes are separated by
/// commas. Without `expires_in` the token does not expire, and every refusal comes with status 200.
///
/// ```text
/// access_token=EXAMPLE-ACCESS&scope=repo%2Cgist&token_type=bearer
/// ```
///
/// Source: github/docs `authorizing-oauth-apps.md`, `migrating-oauth-apps-to-github-apps.md`.
pub static GITHUB: Dialect = Dialect {
    id: "github",
    vendor: "GitHub",
    quirks: "form, JSON or XML; comma scopes; silence means never; refusals with status 200",
    refresh_token_expires: &[Time::seconds(paths!["refresh_token_expires_in"])],
    never: &[Never::Silence],
    scope_separators: &[',', ' ', '\t', '\n', '\r'],
    refusal: Refusals {
        remedies: &[
            ("bad_verification_code", Remedy::Reauthenticate),
            ("bad_refresh_token", Remedy::Reauthenticate),
            ("incorrect_client_credentials", Remedy::FixClient),
            ("redirect_uri_mismatch", Remedy::FixRequest),
        ],
        ..Refusals::STANDARD
    },
    ..Dialect::STANDARD
};

/// `github-app-installation`: an installation's token.
///
/// `permissions` is an object of names and levels, no scopes. A refusal has its status again, as a string.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS","expires_at":"2026-01-01T01:00:00Z","permissions":{"metadata":"read"},
///  "repository_selection":"selected"}
/// ```
///
/// Source: GitHub REST API, "Create an installation access token for an app"; octokit/auth-app.js.
pub static GITHUB_APP_INSTALLATION: Dialect = Dialect {
    id: "github-app-installation",
    vendor: "GitHub",
    quirks: "permissions and no scopes; a refusal's code is its status",
    marks: &["repository_selection"],
    access_token: paths!["token"],
    expires: &[Time::rfc3339(paths!["expires_at"])],
    refusal: Refusals {
        signs: paths!["error", "documentation_url"],
        code: paths!["error", "error/code", "status"],
        description: paths!["error_description", "error/message", "message"],
        uri: paths!["error_uri", "documentation_url"],
        ..Refusals::STANDARD
    },
    ..Dialect::BARE
};

/// `github-copilot`: the token of Copilot's own services.
///
/// It holds `;`, `=` and `:`. `expires_at` is an epoch, other than for an installation.
///
/// ```json
/// {"token":"EXAMPLE=1;exp=2:3","expires_at":1767227400,"refresh_in":1500,"chat_enabled":true,"sku":"example"}
/// ```
///
/// Source: public fixtures of `GET /copilot_internal/v2/token`.
pub static GITHUB_COPILOT: Dialect = Dialect {
    id: "github-copilot",
    vendor: "GitHub",
    quirks: "expires_at is an epoch; refresh_in beside it",
    marks: &["annotations_enabled", "chat_enabled", "code_quote_enabled"],
    access_token: paths!["token"],
    refresh: &[Time::seconds(paths!["refresh_in"])],
    expires: &[Time::epoch(paths!["expires_at"])],
    ..Dialect::BARE
};

/// `github-actions-oidc`: the ID token of a workflow.
///
/// ```json
/// {"count":1857,"value":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: actions/toolkit `packages/core/src/oidc-utils.ts`.
pub static GITHUB_ACTIONS_OIDC: Dialect = Dialect {
    id: "github-actions-oidc",
    vendor: "GitHub",
    quirks: "an ID token, in value",
    id_token: paths!["value"],
    refusal: Refusals {
        description: paths!["message", "error_description", "error/message"],
        ..Refusals::STANDARD
    },
    ..Dialect::BARE
};
