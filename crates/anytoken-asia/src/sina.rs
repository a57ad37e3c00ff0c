//! Sina.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, paths};

/// `weibo`: Sina Weibo's token endpoint.
///
/// `remind_in` repeats the lifetime as a string. The mobile SDK gets `expires_in` as a string too, and a refresh token.
/// No `token_type` is sent. An error response has a number beside the word.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","remind_in":"157679999","expires_in":157679999,"uid":"example","isRealName":"true"}
/// ```
///
/// Source: open.weibo.com, "OAuth2/access_token", "Authorization mechanism"; Sina's `saetv2.ex.class.php`; a captured
/// body in public Android code.
pub static WEIBO: Dialect = Dialect::oauth2("weibo", "Sina", Evidence::Tested)
    .with_quirks("JSON as text/plain; the lifetime is sent twice; the scheme is OAuth2")
    .detected_by(&["remind_in", "isRealName"])
    .subject(paths!["uid"])
    .authorization(Authorization::Scheme("OAuth2"))
    .errors(
        &ErrorShape::RFC6749
            .remedies(&[("redirect_uri_mismatch", Remedy::FixRequest), ("access_denied", Remedy::Interact)]),
    );
