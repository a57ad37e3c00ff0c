//! Kuaishou.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `kuaishou`: Kuaishou and its shops.
///
/// A new refresh token expires with the first one: its lifetime counts down. An error response has status 200 and, from
/// the shops, a word in `error`.
///
/// ```json
/// {"result":1,"access_token":"EXAMPLE-ACCESS","expires_in":172800,"refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_expires_in":15552000,"open_id":"example","scopes":["user_info"]}
/// ```
///
/// Source: casdoor/casdoor `idp/kwai.go`; mp.kuaishou.com, "getAccessToken"; open.kwaixiaodian.com, "App
/// authorization".
pub static KUAISHOU: Dialect = Dialect::oauth2("kuaishou", "Kuaishou", Evidence::Documented)
    .with_quirks("result 1 means success; scopes is an array; no Authorization header")
    .scopes(paths!["scopes"])
    .subject(paths!["open_id"])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"])])
    .authorization(Authorization::None)
    .ok_when("result", &["1"])
    .errors(&ErrorShape::RFC6749.code(paths!["result"]).remedies(&[
        ("100200100", Remedy::FixRequest),
        ("100200101", Remedy::FixClient),
        ("100200102", Remedy::Reauthenticate),
        ("100200104", Remedy::FixRequest),
        ("100200105", Remedy::Reauthenticate),
        ("100200106", Remedy::FixRequest),
        ("100200500", Remedy::Retry),
    ]));
