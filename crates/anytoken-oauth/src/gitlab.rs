//! GitLab.

use anytoken_core::dialect::{Authorization, Dialect, Evidence, TimeRule, paths};

/// `gitlab`: GitLab's token endpoint.
///
/// `created_at` is when the token was first issued, and `expires_in` is its remaining lifetime. Older servers send a
/// refresh token and no lifetime.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":7200,"refresh_token":"EXAMPLE-REFRESH",
///  "created_at":1767225600}
/// ```
///
/// Source: gitlabhq/gitlabhq `doc/api/oauth2.md`.
pub static GITLAB: Dialect = Dialect::oauth2("gitlab", "GitLab", Evidence::Documented)
    .with_quirks("the time of issue is in created_at")
    .issued_at(&[TimeRule::epoch(paths!["created_at"])]);

/// `gitlab-access-token`: a personal access token that the API creates, with status 201.
///
/// The token expires at the first instant of the day, in UTC. The user is a number.
///
/// ```json
/// {"id":3,"name":"example","revoked":false,"created_at":"2026-01-01T00:00:00.000Z","scopes":["api"],"user_id":42,
///  "active":true,"expires_at":"2026-12-31","token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: docs.gitlab.com, "Personal access tokens API", "Users API".
pub static GITLAB_ACCESS_TOKEN: Dialect =
    Dialect::bare("gitlab-access-token", "GitLab", Evidence::Documented)
        .with_quirks("the expiry is a day; scopes is an array")
        .access_token(paths!["token"])
        .scopes(paths!["scopes"])
        .subject(paths!["user_id"])
        .issued_at(&[TimeRule::rfc3339(paths!["created_at"])])
        .expires_at(&[TimeRule::rfc3339(paths!["expires_at"])]);

/// `gitlab-runner`: the authentication token of a runner, with status 201.
///
/// The token is a member of a runner's requests, not a header. A `token_expires_at` of null states no expiry.
///
/// ```json
/// {"id":12345,"token":"EXAMPLE-ACCESS","token_expires_at":"2026-02-01T00:00:00.000Z"}
/// ```
///
/// Source: docs.gitlab.com, "Users API", "Create a runner linked to a user"; "Runners API"; gitlab-org/gitlab issue
/// 627823.
pub static GITLAB_RUNNER: Dialect = Dialect::bare("gitlab-runner", "GitLab", Evidence::Documented)
    .with_quirks("the token is in token, its expiry in token_expires_at; no Authorization header")
    .access_token(paths!["token"])
    .expires_at(&[TimeRule::rfc3339(paths!["token_expires_at"])])
    .authorization(Authorization::None);
