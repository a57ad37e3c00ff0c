//! AliExpress.

use anytoken_core::dialect::{Dialect, Evidence, Special, TimeRule, paths};

use crate::open_service::OPEN_SERVICE;

/// `aliexpress`: AliExpress, at `oauth.aliexpress.com` and in the Open Platform.
///
/// The older endpoint sends only the absolute expiries. The Open Platform sends every number as a string, and lifetimes
/// that may contradict the absolute expiries.
///
/// ```json
/// {"code":"0","access_token":"EXAMPLE-ACCESS","expire_time":"1767312000000","expires_in":"86400",
///  "refresh_token":"EXAMPLE-REFRESH","refresh_token_valid_time":"1767225600000","refresh_expires_in":"0",
///  "user_id":"example"}
/// ```
///
/// Source: openservice.aliexpress.com, "GenerateSecurityToken"; captured bodies of `oauth.aliexpress.com/token`.
pub static ALIEXPRESS: Dialect = Dialect::like(&OPEN_SERVICE, "aliexpress", Evidence::Tested)
    .by("AliExpress")
    .with_quirks(
        "absolute expiries in milliseconds, as strings; a refresh token may expire when it is issued",
    )
    .detected_by(&["refresh_token_valid_time+refresh_expires_in"])
    .subject(paths!["user_id"])
    .expires_at(&[
        TimeRule::epoch_milliseconds(paths!["expire_time"]).text(),
        TimeRule::seconds(paths!["expires_in"]).text(),
    ])
    .refresh_token_expires_at(&[
        TimeRule::epoch_milliseconds(paths!["refresh_token_valid_time"]).text(),
        TimeRule::seconds(paths!["refresh_expires_in"]).text().when(&[("0", Special::Seconds(0))]),
    ]);
