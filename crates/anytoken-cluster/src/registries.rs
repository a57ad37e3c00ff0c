//! Registries of container images.

use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&DOCKER_REGISTRY_TOKEN, &DOCKER_HUB];

/// `docker-registry-token`: the token server of a registry.
///
/// The token is in `token`, in `access_token`, or in both alike. A comma joins the actions of one scope, and blanks
/// separate scopes. An error response is a list; that of Docker's own server is a text in `details`.
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
    quirks: "token or access_token; counts from issue; 60 s if absent; commas do not separate scopes; errors are a list",
    signature: &["token+issued_at"],
    access_token: paths!["token", "access_token"],
    issued: &[TimeRule::rfc3339(paths!["issued_at"])],
    expires: &[TimeRule::seconds(paths!["expires_in"]).from_issue()],
    default_lifetime: Some(60),
    errors: ErrorShape {
        signs: paths!["errors", "error", "details"],
        code: paths!["errors/0/code", "error", "error/code"],
        description: paths!["errors/0/message", "error_description", "error/message", "details"],
        remedies: &[
            ("TOOMANYREQUESTS", Remedy::Retry),
            ("UNAVAILABLE", Remedy::Retry),
            ("UNSUPPORTED", Remedy::FixRequest),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `docker-hub`: the login of Docker Hub's own API.
///
/// The expiry is in the JWT only. An error response is a text without a code; that of a user with a second factor
/// brings `login_2fa_token` for the next request.
///
/// ```json
/// {"token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: docs.docker.com, Docker Hub API, "PostUsersLogin".
pub static DOCKER_HUB: Dialect = Dialect {
    id: "docker-hub",
    vendor: "Docker",
    quirks: "no expiry; errors without a code",
    signature: &["login_2fa_token"],
    access_token: paths!["token", "access_token"],
    errors: ErrorShape {
        signs: paths!["message", "detail", "error"],
        steps: paths!["login_2fa_token"],
        code: paths!["error"],
        description: paths!["message", "detail", "error_description"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};
