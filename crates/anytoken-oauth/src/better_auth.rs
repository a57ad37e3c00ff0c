//! Better Auth.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `better-auth`: a session of Better Auth, and the JWT of one.
///
/// A sign-in brings `token` and `user`, `get-session` an object `session`, and `/token` a JWT alone. `get-session`
/// without a session answers with the JSON `null` and status 200. The token is in the header `set-auth-token` as well.
///
/// ```json
/// {"redirect":false,"token":"EXAMPLE-SESSION","user":{"id":"EXAMPLE-USER","email":"user@example.com"}}
/// ```
///
/// Source: recorded from better-auth 1.7.25 with its plugins bearer and jwt.
pub static BETTER_AUTH: Dialect = Dialect::bare("better-auth", "Better Auth", Evidence::Recorded)
    .with_quirks("the token is at the top or in session; null with status 200 means that there is no session")
    .access_token(paths!["token", "session/token"])
    .subject(paths!["session/userId", "user/id"])
    .issued_at(&[TimeRule::rfc3339(paths!["session/createdAt"])])
    .expires_at(&[TimeRule::rfc3339(paths!["session/expiresAt"])]);

/// `better-auth-access-token`: the tokens of another issuer, which Better Auth keeps for a linked account.
///
/// `get-access-token` sends `scopes`, an array; `refresh-token` sends `scope`, in which the issuer's blanks have become
/// commas. No type is sent.
///
/// ```json
/// {"accessToken":"EXAMPLE-ACCESS","refreshToken":"EXAMPLE-REFRESH","accessTokenExpiresAt":"2026-01-01T01:00:00.661Z",
///  "refreshTokenExpiresAt":"2026-01-02T00:00:00.661Z","scope":"openid,profile","idToken":null,"providerId":"example",
///  "accountId":"EXAMPLE-ACCOUNT"}
/// ```
///
/// Source: recorded from better-auth 1.7.25 with its plugin for generic OAuth.
pub static BETTER_AUTH_ACCESS_TOKEN: Dialect =
    Dialect::bare("better-auth-access-token", "Better Auth", Evidence::Recorded)
        .with_quirks("camelCase; comma scopes, or an array; no type")
        .detected_by(&["providerId+accountId"])
        .access_token(paths!["accessToken"])
        .refresh_token(paths!["refreshToken"])
        .id_token(paths!["idToken"])
        .scopes(paths!["scope", "scopes"])
        .scopes_separated_by(&[','])
        .expires_at(&[TimeRule::rfc3339(paths!["accessTokenExpiresAt"])])
        .refresh_token_expires_at(&[TimeRule::rfc3339(paths!["refreshTokenExpiresAt"])]);

/// `better-auth-oauth`: the token endpoint of Better Auth's OAuth providers.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3600,"expires_at":1767229200,"token_type":"Bearer",
///  "refresh_token":"EXAMPLE-REFRESH","scope":"openid offline_access","id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: recorded from better-auth 1.7.25 with @better-auth/oauth-provider 1.7.5.
pub static BETTER_AUTH_OAUTH: Dialect =
    Dialect::oauth2("better-auth-oauth", "Better Auth", Evidence::Recorded)
        .with_quirks("the end is beside the lifetime, in expires_at")
        .expires_at(&[TimeRule::seconds(paths!["expires_in"]), TimeRule::epoch(paths!["expires_at"])]);

/// `better-auth-wrapped`: the token endpoint of older versions, which wraps its response by mistake.
///
/// ```json
/// {"response":{"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":3600}}
/// ```
///
/// Source: better-auth/better-auth issue 7355.
pub static BETTER_AUTH_WRAPPED: Dialect =
    Dialect::oauth2("better-auth-wrapped", "Better Auth", Evidence::Tested)
        .with_quirks("all in response")
        .envelope("response");
