//! Registries of container images.

use anytoken_core::{Adapter, Dialect, Refusals, Remedy, Time, paths};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&DOCKER_REGISTRY_TOKEN, &DOCKER_HUB];

/// `docker-registry-token`: the token server of a registry.
///
/// The token is in `token`, in `access_token`, or in both alike. A comma joins the actions of one scope, and blanks
/// stand between scopes. A refusal is a list; that of Docker's own server is a text in `details`.
///
/// ```json
/// {"token":"EXAMPLE.EXAMPLE.EXAMPLE","expires_in":300,"issued_at":"2026-01-01T00:00:00Z"}
/// ```
///
/// Source: distribution/distribution `docs/content/spec/auth/token.md`, `docs/content/spec/auth/oauth.md`,
/// `docs/content/spec/api.md`, `registry/client/errors.go`.
pub static DOCKER_REGISTRY_TOKEN: Dialect = Dialect {
    id: "docker-registry-token",
    vendor: "Docker",
    quirks: "token or access_token; counts from issue; 60 s unless it says so; a comma splits no scope; refusals are a list",
    marks: &["token+issued_at"],
    access_token: paths!["token", "access_token"],
    issued: &[Time::rfc3339(paths!["issued_at"])],
    expires: &[Time::seconds(paths!["expires_in"]).from_issue()],
    default_lifetime: Some(60),
    refusal: Refusals {
        signs: paths!["errors", "error", "details"],
        code: paths!["errors/0/code", "error", "error/code"],
        description: paths!["errors/0/message", "error_description", "error/message", "details"],
        remedies: &[
            ("TOOMANYREQUESTS", Remedy::Retry),
            ("UNAVAILABLE", Remedy::Retry),
            ("UNSUPPORTED", Remedy::FixRequest),
        ],
        ..Refusals::STANDARD
    },
    ..Dialect::STANDARD
};

/// `docker-hub`: the login of Docker Hub's own API.
///
/// The end is in the JWT only. A refusal is a text without a code; that of a user with a second factor brings
/// `login_2fa_token` for the next request.
///
/// ```json
/// {"token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: docs.docker.com, Docker Hub API, "PostUsersLogin".
pub static DOCKER_HUB: Dialect = Dialect {
    id: "docker-hub",
    vendor: "Docker",
    quirks: "no end; refusals without a code",
    marks: &["login_2fa_token"],
    access_token: paths!["token", "access_token"],
    refusal: Refusals {
        signs: paths!["message", "detail", "error"],
        steps: paths!["login_2fa_token"],
        code: paths!["error"],
        description: paths!["message", "detail", "error_description"],
        ..Refusals::STANDARD
    },
    ..Dialect::BARE
};
