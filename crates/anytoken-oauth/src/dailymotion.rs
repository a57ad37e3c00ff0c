//! Dailymotion.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `dailymotion`: Dailymotion's token endpoint.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":36000,"refresh_token":"EXAMPLE-REFRESH","scope":"userinfo read",
///  "uid":"x1abcd"}
/// ```
///
/// Source: developers.dailymotion.com, "Authentication".
pub static DAILYMOTION: Dialect = Dialect::oauth2("dailymotion", "Dailymotion", Evidence::Documented)
    .with_quirks("the subject is in uid")
    .subject(paths!["uid"]);
