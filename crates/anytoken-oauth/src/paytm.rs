//! Paytm.

use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, paths};

/// `paytm-transaction`: `initiateTransaction`, whose token is for one payment.
///
/// The token is sent in a body. An error response has status 200.
///
/// ```json
/// {"head":{"responseTimestamp":"1767225600000","version":"v1","signature":"EXAMPLE"},"body":{
///  "resultInfo":{"resultStatus":"S","resultCode":"0000","resultMsg":"Success"},"txnToken":"EXAMPLE-ACCESS"}}
/// ```
///
/// Source: several public clients and their tests.
pub static PAYTM_TRANSACTION: Dialect = Dialect::bare("paytm-transaction", "Paytm", Evidence::Tested)
    .with_quirks("an envelope; resultStatus S means success; no expiry; no Authorization header")
    .detected_by(&["body/txnToken+body/resultInfo"])
    .envelope("body")
    .access_token(paths!["txnToken"])
    .authorization(Authorization::None)
    .ok_when("body/resultInfo/resultStatus", &["\"S\""])
    .errors(
        &ErrorShape::RFC6749
            .code(paths!["body/resultInfo/resultCode"])
            .description(paths!["body/resultInfo/resultMsg"]),
    );
