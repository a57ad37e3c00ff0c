//! Pulumi.

use anytoken_core::dialect::{Authorization, Dialect, Evidence, Place, paths};

/// `pulumi-cloud`: the token exchange of Pulumi Cloud.
///
/// The type is the scheme of the header: `token`. The scope and the refresh token are empty.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","issued_token_type":"urn:pulumi:token-type:access_token:organization",
///  "token_type":"token","expires_in":7200,"scope":"","refresh_token":""}
/// ```
///
/// Source: pulumi.com, "OAuth Token Exchange".
pub static PULUMI_CLOUD: Dialect = Dialect::oauth2("pulumi-cloud", "Pulumi", Evidence::Documented)
    .with_quirks("the scheme is token; empty scope and refresh token")
    .authorization(Authorization::Scheme("token"));

/// `pulumi-credentials`: `credentials.json`, which `pulumi login` writes.
///
/// The accounts are keyed by URL: the first is the token, the others are related. `current` is the URL of the account
/// in use. Older versions have `accessTokens` only.
///
/// ```json
/// {"current":"https://api.pulumi.com","accessTokens":{"https://api.pulumi.com":"EXAMPLE-ACCESS"},
///  "accounts":{"https://api.pulumi.com":{"accessToken":"EXAMPLE-ACCESS","username":"example",
///  "lastValidatedAt":"2026-01-01T00:00:00Z"}}}
/// ```
///
/// Source: pulumi/pulumi `sdk/go/common/workspace/creds.go`.
pub static PULUMI_CREDENTIALS: Dialect = Dialect::bare("pulumi-credentials", "Pulumi", Evidence::Documented)
    .with_quirks("a token for each account; the scheme is token; no expiry")
    .detected_by(&["accessTokens+accounts"])
    .envelope("accounts/*")
    .access_token(paths!["accessToken"])
    .subject(paths!["username"])
    .authorization(Authorization::Scheme("token"))
    .related(&[Place::BARE
        .access_token(paths!["accessTokens/*"])
        .authorization(Authorization::Scheme("token"))
        .last_resort()]);
