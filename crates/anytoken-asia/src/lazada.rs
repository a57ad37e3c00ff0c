//! Lazada.

use anytoken_core::dialect::{Dialect, Evidence, Special, TimeRule, paths};

use crate::open_service::OPEN_SERVICE;

/// `lazada`: `/auth/token/create` and `/auth/token/refresh` of the Lazada Open Platform.
///
/// `code` is a word in an error response, which has status 200. One token may be for several users, who are in
/// `country_user_info`. `account` is an e-mail address.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","country":"sg","refresh_token":"EXAMPLE-REFRESH","refresh_expires_in":4320000,
///  "country_user_info":[{"country":"sg","user_id":"example"}],"expires_in":864000,"account":"user@example.com",
///  "code":"0"}
/// ```
///
/// Source: open.lazada.com, "/auth/token/create", "/auth/token/refresh", the seller authorization guide.
pub static LAZADA: Dialect = Dialect::like(&OPEN_SERVICE, "lazada", Evidence::Documented)
    .by("Lazada")
    .with_quirks("code 0 means success, a word an error; a refresh_expires_in of 0 means expired")
    .detected_by(&["country_user_info"])
    .subject(paths!["country_user_info/*/user_id", "country_user_info_list/*/user_id"])
    .refresh_token_expires_at(&[
        TimeRule::seconds(paths!["refresh_expires_in"]).when(&[("0", Special::Seconds(0))])
    ]);
