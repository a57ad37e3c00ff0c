//! WorkOS.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Place, TimeRule, paths};

/// `workos-user-management`: the sign-in of WorkOS.
///
/// `oauth_tokens` are those of the provider behind it, with an expiry of their own; they are related. An error response
/// with a `pending_authentication_token` asks for another step.
///
/// ```json
/// {"user":{"object":"user","id":"user_example"},"organization_id":"org_example","access_token":"EXAMPLE-ACCESS",
///  "refresh_token":"EXAMPLE-REFRESH","authentication_method":"GoogleOAuth",
///  "oauth_tokens":{"access_token":"EXAMPLE-PROVIDER","expires_at":1767229200,"scopes":["email"]}}
/// ```
///
/// Source: workos/workos-node `src/user-management/interfaces/authentication-response.interface.ts`,
/// `oauth-tokens.interface.ts`; workos.com, "Authentication errors".
pub static WORKOS_USER_MANAGEMENT: Dialect =
    Dialect::like(&WORKOS, "workos-user-management", Evidence::Documented)
        .with_quirks("no token type; no expiry; the provider's tokens are in oauth_tokens")
        .subject(paths!["user/id"]);

/// `workos-sso`: single sign-on by WorkOS.
///
/// The provider's tokens in `oauth_tokens` are related.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","profile":{"object":"profile","id":"prof_example"},
///  "oauth_tokens":{"access_token":"EXAMPLE-PROVIDER","expires_at":1767229200,"scopes":["email"]}}
/// ```
///
/// Source: workos/workos-node `src/sso/sso.spec.ts`.
pub static WORKOS_SSO: Dialect = Dialect::like(&WORKOS, "workos-sso", Evidence::Tested)
    .with_quirks("no token type; no expiry; the provider's tokens are in oauth_tokens")
    .subject(paths!["profile/id"]);

/// `workos-pipes`: the token of an account that a user connected.
///
/// An error response has status 200 and `active` false. An `error` beside an active token is ignored.
///
/// ```json
/// {"active":true,"access_token":{"object":"access_token","access_token":"EXAMPLE-ACCESS",
///  "expires_at":"2026-01-01T01:00:00.000Z","scopes":["repo"],"missing_scopes":[]}}
/// ```
///
/// Source: workos/workos-node `src/pipes/fixtures/data-integration-access-token-response.json`,
/// `get-access-token-not-installed.json`; workos.com, "Pipes".
pub static WORKOS_PIPES: Dialect = Dialect::bare("workos-pipes", "WorkOS", Evidence::Tested)
    .with_quirks("access_token is an object; active means success; error responses have status 200")
    .detected_by(&["access_token/missing_scopes"])
    .envelope("access_token")
    .access_token(paths!["access_token"])
    .scopes(paths!["scopes"])
    .expires_at(&[TimeRule::rfc3339(paths!["expires_at"])])
    .ok_when("active", &["true"])
    .errors(&ErrorShape::NONE.remedies(REMEDIES));

/// `workos-widgets`: the token of a widget.
///
/// ```json
/// {"token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: workos/workos-node `src/widgets/fixtures/widget-session-token-response.json`, `get-token-error.json`.
pub static WORKOS_WIDGETS: Dialect = Dialect::bare("workos-widgets", "WorkOS", Evidence::Tested)
    .with_quirks("the token is in token; no expiry")
    .access_token(paths!["token"])
    .errors(&ERRORS);

/// The base of WorkOS's sign-ins: error responses may have `code` and `message`.
const WORKOS: Dialect = Dialect::RFC6749.by("WorkOS").related(&[PROVIDER]).errors(&ERRORS);

/// The error responses of WorkOS.
const ERRORS: ErrorShape = ErrorShape::RFC6749.error_when(paths!["code"]).remedies(REMEDIES);

/// The tokens of the provider behind a sign-in.
const PROVIDER: Place = Place::BARE
    .envelope("oauth_tokens")
    .access_token(paths!["access_token"])
    .refresh_token(paths!["refresh_token"])
    .scopes(paths!["scopes"])
    .expires_at(&[TimeRule::epoch(paths!["expires_at"])]);

/// The remedies of WorkOS's codes.
const REMEDIES: &[(&str, Remedy)] = &[
    ("needs_reauthorization", Remedy::Reauthenticate),
    ("email_verification_required", Remedy::Interact),
    ("mfa_challenge", Remedy::Interact),
    ("mfa_enrollment", Remedy::Interact),
    ("not_installed", Remedy::Interact),
    ("organization_selection_required", Remedy::Interact),
    ("sso_required", Remedy::Interact),
    ("entity_not_found", Remedy::FixRequest),
];
