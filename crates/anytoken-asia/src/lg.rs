//! LG.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `lg-thinq`: the token endpoint of LG ThinQ.
///
/// An error response has `resultCode`, and an empty `result`.
///
/// ```json
/// {"status":1,"access_token":"EXAMPLE-ACCESS","expires_in":"3600"}
/// ```
///
/// Source: TA2k/ioBroker.lg-thinq issue 71; sampsyo/wideq `wideq/core.py`.
pub static LG_THINQ: Dialect = Dialect::oauth2("lg-thinq", "LG", Evidence::Tested)
    .with_quirks("expires_in is a string; the error code is in resultCode, with noughts for none")
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()])
    .ok_when("resultCode", &["\"0000\""])
    .errors(&ErrorShape::RFC6749.code(paths!["resultCode"]));
