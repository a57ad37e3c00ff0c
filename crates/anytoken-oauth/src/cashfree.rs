//! Cashfree.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `cashfree-payouts`: `payout/v1/authorize` of Cashfree.
///
/// An error response has status 200; `subCode` is the status that is meant.
///
/// ```json
/// {"status":"SUCCESS","message":"Token generated","subCode":"200",
///  "data":{"token":"EXAMPLE-ACCESS","expiry":1767225900}}
/// ```
///
/// Source: cashfree-sdk 0.1.3 for Python, `payouts/__request.py`.
pub static CASHFREE_PAYOUTS: Dialect = Dialect::bare("cashfree-payouts", "Cashfree", Evidence::Documented)
    .with_quirks("an envelope; the expiry is an instant, in expiry; subCode 200 means success")
    .envelope("data")
    .access_token(paths!["token"])
    .expires_at(&[TimeRule::epoch(paths!["expiry"])])
    .ok_when("subCode", &["\"200\""])
    .errors(&ErrorShape::RFC6749.code(paths!["subCode"]));
