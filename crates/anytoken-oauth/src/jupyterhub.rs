//! JupyterHub.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `jupyterhub`: the API tokens and the OAuth provider of JupyterHub.
///
/// The REST API sends `token`, and `expires_at` null if there is no expiry, which is then unknown. A token is that of a
/// user or of a service. In an error response `status` is the HTTP status, and `message` may be null.
///
/// ```json
/// {"user":"example","id":"a1","kind":"api_token","scopes":["read:users"],"created":"2026-01-01T00:00:00.123456Z",
///  "last_activity":null,"expires_at":"2026-01-01T01:00:00.123456Z","note":"example","session_id":null,
///  "oauth_client":"JupyterHub","token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: recorded from jupyterhub 6.1.1.
pub static JUPYTERHUB: Dialect = Dialect::oauth2("jupyterhub", "Project Jupyter", Evidence::Recorded)
    .with_aliases(&["jupyterhub-token"])
    .with_quirks("the API's token is in token, with its expiry and an array of scopes")
    .detected_by(&["oauth_client+last_activity"])
    .access_token(paths!["access_token", "token"])
    .scopes(paths!["scope", "scopes"])
    .subject(paths!["user", "service"])
    .issued_at(&[TimeRule::rfc3339(paths!["created"])])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]), TimeRule::rfc3339(paths!["expires_at"])]);
