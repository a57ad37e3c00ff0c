//! Where code is kept and built.

use anytoken_core::dialect::{Dialect, ErrorShape, Never, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[
    &GITHUB,
    &GITHUB_APP_INSTALLATION,
    &GITHUB_COPILOT,
    &GITHUB_ACTIONS_OIDC,
    &GITLAB,
    &GITLAB_ACCESS_TOKEN,
    &BITBUCKET_CLOUD,
    &BITBUCKET_DATACENTER,
    &GITEA,
    &GITEA_ACCESS_TOKEN,
    &STACKEXCHANGE,
];

/// `github`: OAuth and GitHub Apps' user tokens.
///
/// A form unless JSON or XML is asked for, and then perhaps with the media type of JSON. Scopes are separated by
/// commas. Without `expires_in` the token does not expire, and every error response comes with status 200.
///
/// ```text
/// access_token=EXAMPLE-ACCESS&scope=repo%2Cgist&token_type=bearer
/// ```
///
/// Source: github/docs `authorizing-oauth-apps.md`, `migrating-oauth-apps-to-github-apps.md`,
/// `troubleshooting-oauth-app-access-token-request-errors.md`.
pub static GITHUB: Dialect = Dialect {
    id: "github",
    vendor: "GitHub",
    quirks: "form, JSON or XML; comma scopes; no expires_in means never; errors with status 200",
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"])],
    never: &[Never::Silence],
    scope_separators: &[',', ' ', '\t', '\n', '\r'],
    errors: ErrorShape {
        remedies: &[
            ("bad_verification_code", Remedy::Reauthenticate),
            ("bad_refresh_token", Remedy::Reauthenticate),
            ("incorrect_device_code", Remedy::Reauthenticate),
            ("device_flow_disabled", Remedy::FixClient),
            ("incorrect_client_credentials", Remedy::FixClient),
            ("redirect_uri_mismatch", Remedy::FixRequest),
            ("unverified_user_email", Remedy::Interact),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `github-app-installation`: an installation's token.
///
/// `permissions` is an object of names and levels, no scopes. An error response has its status again, as a string.
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
    quirks: "permissions and no scopes; the error code is the HTTP status",
    signature: &["repository_selection"],
    access_token: paths!["token"],
    expires: &[TimeRule::rfc3339(paths!["expires_at"])],
    errors: ErrorShape {
        signs: paths!["error", "documentation_url"],
        code: paths!["error", "error/code", "status"],
        description: paths!["error_description", "error/message", "message"],
        uri: paths!["error_uri", "documentation_url"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `github-copilot`: the token of Copilot's own services.
///
/// It holds `;`, `=` and `:`. `expires_at` is an epoch, other than for an installation. `endpoints/api` is the host to
/// call.
///
/// ```json
/// {"token":"EXAMPLE=1;exp=2:3","expires_at":1767227400,"refresh_in":1500,"chat_enabled":true,"sku":"example",
///  "endpoints":{"api":"https://api.example.com"}}
/// ```
///
/// Source: public fixtures of `GET /copilot_internal/v2/token`.
pub static GITHUB_COPILOT: Dialect = Dialect {
    id: "github-copilot",
    vendor: "GitHub",
    quirks: "expires_at is an epoch; refresh_in beside it",
    signature: &["annotations_enabled", "chat_enabled", "code_quote_enabled"],
    access_token: paths!["token"],
    api_url: paths!["endpoints/api"],
    refresh: &[TimeRule::seconds(paths!["refresh_in"])],
    expires: &[TimeRule::epoch(paths!["expires_at"])],
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
    errors: ErrorShape {
        description: paths!["message", "error_description", "error/message"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `gitlab`: the OAuth of GitLab.
///
/// `created_at` is when the token was first issued; `expires_in` is its remaining lifetime. Older servers send a
/// refresh token and no lifetime.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":7200,"refresh_token":"EXAMPLE-REFRESH",
///  "created_at":1767225600}
/// ```
///
/// Source: gitlabhq/gitlabhq `doc/api/oauth2.md`.
pub static GITLAB: Dialect = Dialect {
    id: "gitlab",
    vendor: "GitLab",
    quirks: "created_at is an epoch",
    issued: &[TimeRule::epoch(paths!["created_at"])],
    ..Dialect::STANDARD
};

/// `gitlab-access-token`: a personal access token that the API creates, with status 201.
///
/// `expires_at` is a day without a time, the token expires at its first instant in UTC. Scopes are an array, the user
/// is a number. An error response has a `message`.
///
/// ```json
/// {"id":3,"name":"example","revoked":false,"created_at":"2026-01-01T00:00:00.000Z","scopes":["api"],"user_id":42,
///  "active":true,"expires_at":"2026-12-31","token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: docs.gitlab.com, "Personal access tokens API", "Users API".
pub static GITLAB_ACCESS_TOKEN: Dialect = Dialect {
    id: "gitlab-access-token",
    vendor: "GitLab",
    quirks: "expires_at is a day, which is its first instant; scopes are an array",
    access_token: paths!["token"],
    scope: paths!["scopes"],
    subject: paths!["user_id"],
    issued: &[TimeRule::rfc3339(paths!["created_at"])],
    expires: &[TimeRule::rfc3339(paths!["expires_at"])],
    errors: MESSAGE,
    ..Dialect::BARE
};

/// `bitbucket-cloud`: Bitbucket Cloud.
///
/// ```json
/// {"scopes":"account repository","access_token":"EXAMPLE-ACCESS","expires_in":7200,"token_type":"bearer",
///  "refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: python-social-auth/social-core `social_core/tests/backends/test_bitbucket.py`.
pub static BITBUCKET_CLOUD: Dialect = Dialect {
    id: "bitbucket-cloud",
    vendor: "Atlassian",
    quirks: "the scope's name is scopes",
    scope: paths!["scopes"],
    ..Dialect::STANDARD
};

/// `bitbucket-datacenter`: Bitbucket Data Center, whose scopes are in capitals.
///
/// ```json
/// {"scope":"REPO_READ","access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":7199,
///  "refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: python-social-auth/social-core `social_core/tests/backends/test_bitbucket_datacenter.py`.
pub static BITBUCKET_DATACENTER: Dialect =
    Dialect { id: "bitbucket-datacenter", vendor: "Atlassian", ..Dialect::STANDARD };

/// `gitea`: the OAuth of Gitea and Forgejo.
///
/// The refresh token is a JWT, too.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"bearer","expires_in":3600,
///  "refresh_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: docs.gitea.com, "OAuth2 provider"; python-social-auth/social-core
/// `social_core/tests/backends/test_gitea.py`.
pub static GITEA: Dialect = Dialect { id: "gitea", vendor: "Gitea, Forgejo", ..Dialect::STANDARD };

/// `gitea-access-token`: a token that the API of Gitea or Forgejo creates, with status 201.
///
/// The token is in `sha1` and is sent under the scheme `token`. No expiry is stated. Newer servers add `scopes`, and
/// Forgejo `created_at`. An error response has a `message`.
///
/// ```json
/// {"id":1,"name":"example","sha1":"EXAMPLE-ACCESS","token_last_eight":"E-ACCESS","scopes":["read:user"]}
/// ```
///
/// Source: docs.gitea.com, "API usage"; the schema `AccessToken` of Gitea's and Forgejo's OpenAPI documents.
pub static GITEA_ACCESS_TOKEN: Dialect = Dialect {
    id: "gitea-access-token",
    vendor: "Gitea, Forgejo",
    quirks: "the token is in sha1; the scheme is token",
    signature: &["token_last_eight"],
    access_token: paths!["sha1"],
    scope: paths!["scopes"],
    issued: &[TimeRule::rfc3339(paths!["created_at"])],
    scheme: Some("token"),
    errors: MESSAGE,
    ..Dialect::BARE
};

/// `stackexchange`: Stack Exchange.
///
/// A form, or JSON from `/access_token/json`. The lifetime is `expires`, in seconds. No type is sent.
///
/// ```text
/// access_token=EXAMPLE-ACCESS&expires=86400
/// ```
///
/// Source: api.stackexchange.com, "Authentication"; aspnet-contrib/AspNet.Security.OAuth.Providers
/// `StackExchange/bundle.json`.
pub static STACKEXCHANGE: Dialect = Dialect {
    id: "stackexchange",
    vendor: "Stack Exchange",
    quirks: "form or JSON; the lifetime is expires",
    expires: &[TimeRule::seconds(paths!["expires"])],
    ..Dialect::STANDARD
};

/// Error responses of an API that says what is wrong in `message`.
const MESSAGE: ErrorShape = ErrorShape {
    description: paths!["error_description", "error/message", "message"],
    ..ErrorShape::STANDARD
};
