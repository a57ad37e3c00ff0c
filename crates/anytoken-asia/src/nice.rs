//! NICE.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `nice-api`: the token endpoint of NICE's APIs.
///
/// A token lives for fifty years, so that its lifetime in seconds is as large as an instant. An error response has
/// status 200.
///
/// ```json
/// {"dataHeader":{"GW_RSLT_CD":"1200","GW_RSLT_MSG":"EXAMPLE"},
///  "dataBody":{"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":1576800000,"scope":"default"}}
/// ```
///
/// Source: several public clients.
pub static NICE_API: Dialect = Dialect::oauth2("nice-api", "NICE", Evidence::Tested)
    .with_quirks("an envelope; GW_RSLT_CD 1200 means success; a lifetime of fifty years")
    .detected_by(&["dataHeader/GW_RSLT_CD"])
    .envelope("dataBody")
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).of_any_size()])
    .ok_when("dataHeader/GW_RSLT_CD", &["\"1200\""])
    .errors(
        &ErrorShape::RFC6749
            .code(paths!["dataHeader/GW_RSLT_CD"])
            .description(paths!["dataHeader/GW_RSLT_MSG"]),
    );
