//! TP-Link.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, paths};

/// `tplink-kasa`: a login at the cloud of TP-Link Kasa.
///
/// The token is a parameter of the URL. Error responses have status 200 and a negative code.
///
/// ```json
/// {"error_code":0,"result":{"accountId":"1","token":"EXAMPLE-ACCESS","refreshToken":"EXAMPLE-REFRESH"}}
/// ```
///
/// Source: adumont/tplink-cloud-api issue 43; piekstra/tplink-cloud-api issue 86.
pub static TPLINK_KASA: Dialect = Dialect::bare("tplink-kasa", "TP-Link", Evidence::Tested)
    .with_quirks("all in result; error_code 0 means success; no expiry; no Authorization header")
    .envelope("result")
    .access_token(paths!["token"])
    .refresh_token(paths!["refreshToken"])
    .authorization(Authorization::None)
    .ok_when("error_code", &["0"])
    .errors(
        &ErrorShape::RFC6749
            .remedies(&[("-20651", Remedy::Reauthenticate), ("-20655", Remedy::Reauthenticate)]),
    );
