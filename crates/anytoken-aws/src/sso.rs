//! IAM Identity Center, which was AWS Single Sign-On.

use anytoken_core::Adapter;
use anytoken_core::dialect::{Dialect, TimeRule, paths};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&SSO_OIDC, &SSO_CACHE];

/// `aws-sso-oidc`: `CreateToken` and `CreateTokenWithIAM`.
///
/// camelCase, with an array of scopes; error responses are in snake_case. `CreateToken` sends `idToken` as null.
///
/// ```json
/// {"accessToken":"EXAMPLE-ACCESS","expiresIn":3600,"idToken":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "issuedTokenType":"urn:ietf:params:oauth:token-type:access_token","refreshToken":"EXAMPLE-REFRESH",
///  "scope":["openid","aws"],"tokenType":"Bearer"}
/// ```
///
/// Source: boto/botocore `botocore/data/sso-oidc/2019-06-10/service-2.json`.
pub static SSO_OIDC: Dialect = Dialect {
    id: "aws-sso-oidc",
    vendor: "Amazon",
    quirks: "camelCase, scopes in an array; errors in snake_case",
    access_token: paths!["accessToken"],
    refresh_token: paths!["refreshToken"],
    id_token: paths!["idToken"],
    token_type: paths!["tokenType"],
    expires: &[TimeRule::seconds(paths!["expiresIn"])],
    scope_separators: &[],
    ..Dialect::STANDARD
};

/// `aws-sso-cache`: a file in `~/.aws/sso/cache`.
///
/// The expiry of old files has `UTC` behind it instead of `Z`. `registrationExpiresAt` is the expiry of the client, of
/// which `clientSecret` is the secret; both are kept.
///
/// ```json
/// {"startUrl":"https://example.awsapps.com/start","region":"us-east-1","accessToken":"EXAMPLE-ACCESS",
///  "expiresAt":"2026-01-01T08:00:00Z","clientId":"EXAMPLE-CLIENT","clientSecret":"EXAMPLE-SECRET",
///  "registrationExpiresAt":"2026-04-01T00:00:00Z","refreshToken":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: boto/botocore `tests/unit/test_tokens.py`; victorskl/yawsso pull request 44.
pub static SSO_CACHE: Dialect = Dialect {
    id: "aws-sso-cache",
    vendor: "Amazon",
    quirks: "the client's secret and expiry beside the token",
    signature: &["startUrl", "registrationExpiresAt"],
    access_token: paths!["accessToken"],
    refresh_token: paths!["refreshToken"],
    client_id: paths!["clientId"],
    expires: &[TimeRule::rfc3339(paths!["expiresAt"])],
    ..Dialect::BARE
};
