//! IAM Identity Center, which was AWS Single Sign-On.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `aws-sso-oidc`: `CreateToken` and `CreateTokenWithIAM`.
///
/// `CreateToken` sends `idToken` as null.
///
/// ```json
/// {"accessToken":"EXAMPLE-ACCESS","expiresIn":3600,"idToken":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "issuedTokenType":"urn:ietf:params:oauth:token-type:access_token","refreshToken":"EXAMPLE-REFRESH",
///  "scope":["openid","aws"],"tokenType":"Bearer"}
/// ```
///
/// Source: boto/botocore `botocore/data/sso-oidc/2019-06-10/service-2.json`.
pub static SSO_OIDC: Dialect = Dialect::oauth2("aws-sso-oidc", "Amazon", Evidence::Documented)
    .with_quirks("camelCase; scope is an array; error responses are in snake_case")
    .access_token(paths!["accessToken"])
    .refresh_token(paths!["refreshToken"])
    .id_token(paths!["idToken"])
    .token_type(paths!["tokenType"])
    .scopes_separated_by(&[])
    .expires_at(&[TimeRule::seconds(paths!["expiresIn"])]);

/// `aws-sso-cache`: a file in `~/.aws/sso/cache`.
///
/// The expiry in old files ends with `UTC` instead of `Z`. `clientSecret` is the secret of the client, and
/// `registrationExpiresAt` the expiry of the client.
///
/// ```json
/// {"startUrl":"https://example.awsapps.com/start","region":"us-east-1","accessToken":"EXAMPLE-ACCESS",
///  "expiresAt":"2026-01-01T08:00:00Z","clientId":"EXAMPLE-CLIENT","clientSecret":"EXAMPLE-SECRET",
///  "registrationExpiresAt":"2026-04-01T00:00:00Z","refreshToken":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: boto/botocore `tests/unit/test_tokens.py`; victorskl/yawsso pull request 44.
pub static SSO_CACHE: Dialect = Dialect::bare("aws-sso-cache", "Amazon", Evidence::Recorded)
    .with_quirks("camelCase; the client's secret and expiry are beside the token")
    .detected_by(&["startUrl", "registrationExpiresAt"])
    .access_token(paths!["accessToken"])
    .refresh_token(paths!["refreshToken"])
    .client_id(paths!["clientId"])
    .expires_at(&[TimeRule::rfc3339(paths!["expiresAt"])]);
