//! Cloud Foundry.

use anytoken_core::dialect::{Dialect, Evidence};

/// `cloudfoundry-uaa`: the user account and authentication server of Cloud Foundry.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","refresh_token":"EXAMPLE-REFRESH","expires_in":43199,
///  "scope":"openid scim.userids","jti":"11111111-2222-3333-4444-555555555555"}
/// ```
///
/// Source: cloudfoundry/uaa `docs/UAA-Tokens.md`, `docs/UAA-APIs.rst`.
pub static CLOUDFOUNDRY_UAA: Dialect =
    Dialect::oauth2("cloudfoundry-uaa", "Cloud Foundry", Evidence::Documented)
        .with_quirks("the token's id is in jti");

/// `cloudfoundry-uaa-check-token`: `/check_token` of Cloud Foundry's UAA, which describes a token and issues none.
///
/// ```json
/// {"jti":"example","aud":["openid"],"scope":["read"],"exp":1767229200,"user_id":"example","client_id":"cf"}
/// ```
///
/// Source: cloudfoundry/uaa `docs/UAA-APIs.rst`.
pub static CLOUDFOUNDRY_UAA_CHECK_TOKEN: Dialect =
    Dialect::bare("cloudfoundry-uaa-check-token", "Cloud Foundry", Evidence::Documented)
        .with_quirks("describes a token and issues none");
