//! Casdoor.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `casdoor`: Casdoor's token endpoint.
///
/// Members without a value are empty.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","id_token":"EXAMPLE.EXAMPLE.EXAMPLE","refresh_token":"",
///  "token_type":"Bearer","expires_in":604800,"scope":"read"}
/// ```
///
/// Source: casdoor/casdoor `object/token_oauth_util.go` (TokenWrapper, TokenError).
pub static CASDOOR: Dialect = Dialect::oauth2("casdoor", "Casdoor", Evidence::Documented)
    .with_quirks("every member is always present; the ID token repeats the access token");

/// `casdoor-legacy`: Casdoor's token endpoint from June 2021 to June 2022.
///
/// A token always has the type `Bearer`. In an error response `expires_in` is 0, and every member but `access_token` is
/// empty.
///
/// ```json
/// {"access_token":"error: invalid client_id","id_token":"","refresh_token":"","token_type":"","expires_in":0,
///  "scope":""}
/// ```
///
/// Source: casdoor/casdoor commits 58c7a6022 to f0431701c, issue 611; apache/apisix `apisix/plugins/authz-casdoor.lua`.
pub static CASDOOR_LEGACY: Dialect = Dialect::bare("casdoor-legacy", "Casdoor", Evidence::Documented)
    .with_quirks("the error text is in access_token, with status 200 and an empty token_type")
    .access_token(paths!["access_token"])
    .token_type(paths![])
    .refresh_token(paths!["refresh_token"])
    .id_token(paths!["id_token"])
    .scopes(paths!["scope"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"])])
    .ok_when("token_type", &["\"Bearer\""])
    .errors(&ErrorShape::NONE.description(paths!["access_token"]));
