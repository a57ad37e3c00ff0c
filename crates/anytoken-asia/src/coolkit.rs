//! CoolKit.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `ewelink`: the token endpoint of eWeLink.
///
/// A refresh has shorter names. Error responses have status 200.
///
/// ```json
/// {"error":0,"msg":"","data":{"accessToken":"EXAMPLE-ACCESS","atExpiredTime":1769817600000,
///  "refreshToken":"EXAMPLE-REFRESH","rtExpiredTime":1772409600000}}
/// ```
///
/// Source: nocmt/eWeLinkOAuthLoginDemo issues 2 and 4; nocmt/ewelink-api-next issue 3; skydiver/ewelink-api issue 220.
pub static EWELINK: Dialect = Dialect::bare("ewelink", "CoolKit", Evidence::Tested)
    .with_quirks("all in data; error 0 means success; expiries are in milliseconds since 1970")
    .detected_by(&["data/atExpiredTime", "data/rtExpiredTime"])
    .envelope("data")
    .access_token(paths!["accessToken", "at"])
    .refresh_token(paths!["refreshToken", "rt"])
    .expires_at(&[TimeRule::epoch_milliseconds(paths!["atExpiredTime"])])
    .refresh_token_expires_at(&[TimeRule::epoch_milliseconds(paths!["rtExpiredTime"])]);
