//! Kujiale.

use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `kujiale`: Kujiale, which is Coohom.
///
/// `c` is the code, `m` the message and `d` the data.
///
/// ```json
/// {"c":"0","m":"","d":{"accessToken":"EXAMPLE-ACCESS","refreshToken":"EXAMPLE-REFRESH","expiresIn":7200}}
/// ```
///
/// Source: justauth/JustAuth `AuthKujialeRequest.java`.
pub static KUJIALE: Dialect = Dialect::bare("kujiale", "Kujiale", Evidence::Unverified)
    .with_quirks("an envelope of one-letter names; camelCase; code 0 means success")
    .envelope("d")
    .access_token(paths!["accessToken"])
    .refresh_token(paths!["refreshToken"])
    .expires_at(&[TimeRule::seconds(paths!["expiresIn"])])
    .authorization(Authorization::None)
    .ok_when("c", &["\"0\""])
    .errors(&ErrorShape::RFC6749.code(paths!["c"]).description(paths!["m"]));
