//! Kong.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Special, TimeRule, paths};

/// `kong-oauth2`: the OAuth 2.0 plugin of Kong.
///
/// Members come in any order. `state` is that of the request. A `token_expiration` of 0 in the plugin's settings leaves
/// out `expires_in` and the refresh token.
///
/// ```json
/// {"expires_in":7200,"token_type":"bearer","refresh_token":"EXAMPLE-REFRESH","access_token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: Kong/kong `kong/plugins/oauth2/access.lua`, `schema.lua`.
pub static KONG_OAUTH2: Dialect = Dialect::oauth2("kong-oauth2", "Kong", Evidence::Documented)
    .with_quirks("no scope; no expires_in means never")
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).when_absent(Special::Never)])
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("invalid_provision_key", Remedy::FixClient),
        ("invalid_authenticated_userid", Remedy::FixRequest),
    ]));
