//! PortOne.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `iamport`: `users/getToken` of PortOne, which was iamport.
///
/// `expired_at` is in the future, despite its name. `now` is the server's clock.
///
/// ```json
/// {"code":0,"message":null,"response":{"access_token":"EXAMPLE-ACCESS","now":1767225600,"expired_at":1767227400}}
/// ```
///
/// Source: captured bodies of `api.iamport.kr/users/getToken` in public Java code.
pub static IAMPORT: Dialect = Dialect::bare("iamport", "PortOne", Evidence::Tested)
    .with_quirks("an envelope; code 0 means success; expired_at is the expiry, now the instant of issue")
    .detected_by(&["response/expired_at+response/now"])
    .envelope("response")
    .access_token(paths!["access_token"])
    .issued_at(&[TimeRule::epoch(paths!["now"])])
    .expires_at(&[TimeRule::epoch(paths!["expired_at"])])
    .ok_when("code", &["0"]);
