//! xAI.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `grok-auth`: the file `auth.json` of Grok's command line.
///
/// It is an object of logins by issuer and client. The first is the token, the others are related.
///
/// ```json
/// {"https://auth.example.com::EXAMPLE-CLIENT":{"key":"EXAMPLE-ACCESS","auth_mode":"oidc","user_id":"EXAMPLE-USER",
///  "expires_at":"2026-01-01T06:00:00.1234567Z","refresh_token":"EXAMPLE-REFRESH",
///  "oidc_issuer":"https://auth.example.com","oidc_client_id":"EXAMPLE-CLIENT"}}
/// ```
///
/// Source: tests of public readers of the file.
pub static GROK_AUTH: Dialect = Dialect::bare("grok-auth", "xAI", Evidence::Tested)
    .with_quirks("a file; an object of logins by issuer and client; the token is in key")
    .envelope("*")
    .access_token(paths!["key"])
    .refresh_token(paths!["refresh_token"])
    .client_id(paths!["oidc_client_id"])
    .subject(paths!["user_id"])
    .expires_at(&[TimeRule::rfc3339(paths!["expires_at"])]);
