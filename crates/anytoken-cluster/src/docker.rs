//! Docker.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Special, TimeRule, paths};

/// `docker-registry-token`: the token server of a registry.
///
/// The token is in `token`, in `access_token`, or in both alike. A comma joins the actions of one scope; blanks
/// separate scopes. An error response of Docker's own server is a text in `details` instead of a list.
///
/// ```json
/// {"token":"EXAMPLE.EXAMPLE.EXAMPLE","expires_in":300,"issued_at":"2026-01-01T00:00:00Z"}
/// ```
///
/// Source: distribution/distribution `docs/content/spec/auth/token.md`, `docs/content/spec/auth/oauth.md`,
/// `docs/content/spec/api.md`, `registry/client/errors.go`.
pub static DOCKER_REGISTRY_TOKEN: Dialect = Dialect::oauth2(
    "docker-registry-token",
    "Docker",
    Evidence::Documented,
)
.with_quirks(
    "token or access_token; the lifetime counts from issue, 60 s if absent; error responses are a list",
)
.detected_by(&["token+issued_at"])
.access_token(paths!["token", "access_token"])
.issued_at(&[TimeRule::rfc3339(paths!["issued_at"])])
.expires_at(&[TimeRule::seconds(paths!["expires_in"]).from_issue().when_absent(Special::Seconds(60))])
.errors(
    &ErrorShape::RFC6749
        .error_when(paths!["details"])
        .description(paths!["errors/0/message", "details"])
        .remedies(&[
            ("TOOMANYREQUESTS", Remedy::Retry),
            ("UNAVAILABLE", Remedy::Retry),
            ("UNSUPPORTED", Remedy::FixRequest),
        ]),
);

/// `docker-hub`: the login of Docker Hub's own API.
///
/// The expiry is only in the JWT. A refresh token is there if the request asks for it. The error response for a user
/// with a second factor brings `login_2fa_token` for the next request.
///
/// ```json
/// {"token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: docs.docker.com, Docker Hub API, "PostUsersLogin"; docker/hub-tool `pkg/hub/client.go`.
pub static DOCKER_HUB: Dialect = Dialect::bare("docker-hub", "Docker", Evidence::Documented)
    .with_quirks("the token is in token; no expiry; error responses have no code")
    .detected_by(&["login_2fa_token"])
    .access_token(paths!["token", "access_token"])
    .refresh_token(paths!["refresh_token"])
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["message", "detail"])
            .challenge_when(paths!["login_2fa_token"]),
    );
