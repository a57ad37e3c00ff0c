//! GoodWe.

use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `goodwe-sems`: a login at GoodWe's SEMS portal.
///
/// The credential is the whole object `data`, which is sent in the header `Token`; `token` is a part of it.
///
/// ```json
/// {"hasError":false,"code":0,"msg":"Success","data":{"uid":"EXAMPLE-USER","timestamp":1767225600330,
///  "token":"EXAMPLE-ACCESS","client":"ios","version":"v2.1.0","language":"en"}}
/// ```
///
/// Source: DiedB/Homey-SolarPanels issue 28.
pub static GOODWE_SEMS: Dialect = Dialect::bare("goodwe-sems", "GoodWe", Evidence::Tested)
    .with_quirks("the object data as a whole is the header; code 0 means success; no expiry")
    .envelope("data")
    .access_token(paths!["token"])
    .subject(paths!["uid"])
    .issued_at(&[TimeRule::epoch_milliseconds(paths!["timestamp"])])
    .authorization(Authorization::None)
    .ok_when("code", &["0"])
    .errors(&ErrorShape::RFC6749.error_when(paths!["hasError"]));
