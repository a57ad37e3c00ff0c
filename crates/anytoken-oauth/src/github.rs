//! GitHub.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Special, TimeRule, paths};

/// `github`: OAuth apps, and the user tokens of GitHub Apps.
///
/// The body is a form unless the request asks for JSON or XML. A form may have the media type of JSON.
///
/// ```text
/// access_token=EXAMPLE-ACCESS&scope=repo%2Cgist&token_type=bearer
/// ```
///
/// Source: github/docs `authorizing-oauth-apps.md`, `migrating-oauth-apps-to-github-apps.md`,
/// `troubleshooting-oauth-app-access-token-request-errors.md`.
pub static GITHUB: Dialect = Dialect::oauth2("github", "GitHub", Evidence::Documented)
    .with_quirks(
        "form, JSON or XML; comma scopes; no expires_in means never; error responses have status 200",
    )
    .scopes_separated_by(&[',', ' ', '\t', '\n', '\r'])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).when_absent(Special::Never)])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"])])
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("bad_verification_code", Remedy::Reauthenticate),
        ("bad_refresh_token", Remedy::Reauthenticate),
        ("incorrect_device_code", Remedy::Reauthenticate),
        ("device_flow_disabled", Remedy::FixClient),
        ("incorrect_client_credentials", Remedy::FixClient),
        ("redirect_uri_mismatch", Remedy::FixRequest),
        ("unverified_user_email", Remedy::Interact),
    ]));

/// `github-app-installation`: the token of an installation of a GitHub App.
///
/// `permissions` is an object of names and levels. `status` in an error response is a string.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS","expires_at":"2026-01-01T01:00:00Z","permissions":{"metadata":"read"},
///  "repository_selection":"selected"}
/// ```
///
/// Source: GitHub REST API, "Create an installation access token for an app"; octokit/auth-app.js.
pub static GITHUB_APP_INSTALLATION: Dialect =
    Dialect::bare("github-app-installation", "GitHub", Evidence::Tested)
        .with_quirks("permissions instead of scopes; the error code is the HTTP status")
        .detected_by(&["repository_selection"])
        .access_token(paths!["token"])
        .expires_at(&[TimeRule::rfc3339(paths!["expires_at"])])
        .errors(
            &ErrorShape::RFC6749
                .error_when(paths!["documentation_url"])
                .uri(paths!["error_uri", "documentation_url"]),
        );

/// `github-copilot`: the token of GitHub Copilot's own services.
///
/// The token contains `;`, `=` and `:`. `endpoints/api` is the host to call.
///
/// ```json
/// {"token":"EXAMPLE=1;exp=2:3","expires_at":1767227400,"refresh_in":1500,"chat_enabled":true,"sku":"example",
///  "endpoints":{"api":"https://api.example.com"}}
/// ```
///
/// Source: public fixtures of `GET /copilot_internal/v2/token`.
pub static GITHUB_COPILOT: Dialect = Dialect::bare("github-copilot", "GitHub", Evidence::Tested)
    .with_quirks("the expiry is in seconds since 1970; refresh_in is when to refresh")
    .detected_by(&["annotations_enabled", "chat_enabled", "code_quote_enabled"])
    .access_token(paths!["token"])
    .api_url(paths!["endpoints/api"])
    .refresh_at(&[TimeRule::seconds(paths!["refresh_in"])])
    .expires_at(&[TimeRule::epoch(paths!["expires_at"])]);

/// `github-actions-oidc`: the ID token of a workflow of GitHub Actions.
///
/// ```json
/// {"count":1857,"value":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: actions/toolkit `packages/core/src/oidc-utils.ts`.
pub static GITHUB_ACTIONS_OIDC: Dialect =
    Dialect::bare("github-actions-oidc", "GitHub", Evidence::Documented)
        .with_quirks("the ID token is in value; no expiry")
        .id_token(paths!["value"]);

/// `octokit-auth`: the authentication that GitHub's JavaScript client stores.
///
/// An absent `expiresAt` says nothing of the expiry. `scopes` is an array, whose only element is GitHub's text with its
/// commas. `clientSecret` is the secret of the client. An installation's token has `installationId` and `createdAt`, and
/// its `tokenType`, `installation`, is a kind of token, not a scheme.
///
/// ```json
/// {"clientType":"github-app","clientId":"EXAMPLE-CLIENT","clientSecret":"EXAMPLE-SECRET","token":"EXAMPLE-ACCESS",
///  "refreshToken":"EXAMPLE-REFRESH","expiresAt":"2026-01-01T08:00:00.000Z",
///  "refreshTokenExpiresAt":"2026-07-01T00:00:00.000Z"}
/// ```
///
/// Source: recorded from @octokit/oauth-methods 6.0.5 and @octokit/auth-app 8.3.1.
pub static OCTOKIT_AUTH: Dialect = Dialect::bare("octokit-auth", "GitHub", Evidence::Recorded)
    .with_quirks(
        "camelCase; all scopes are one element, with commas; the client's secret is beside the token",
    )
    .detected_by(&["clientType", "installationId+repositorySelection"])
    .access_token(paths!["token"])
    .refresh_token(paths!["refreshToken"])
    .scopes(paths!["scopes"])
    .client_id(paths!["clientId"])
    .issued_at(&[TimeRule::rfc3339(paths!["createdAt"])])
    .expires_at(&[TimeRule::rfc3339(paths!["expiresAt"])])
    .refresh_token_expires_at(&[TimeRule::rfc3339(paths!["refreshTokenExpiresAt"])]);
