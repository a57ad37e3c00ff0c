//! Cafe24.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

use crate::korea::KOREA;

/// `cafe24`: the token endpoint of a Cafe24 shop.
///
/// It states neither type nor lifetime. Dates are in Korea's time without a zone.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_at":"2026-01-01T11:00:00.000","refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_expires_at":"2026-01-15T09:00:00.000","client_id":"EXAMPLE-CLIENT","mall_id":"example",
///  "user_id":"example","scopes":["mall.read_order"],"issued_at":"2026-01-01T09:00:00.000","shop_no":"1"}
/// ```
///
/// Source: pycafe24 1.25 `oauth2.py`; a captured body and clients' types in public code.
pub static CAFE24: Dialect = Dialect::bare("cafe24", "Cafe24", Evidence::Tested)
    .with_quirks("dates in Korea's time without a zone; scopes is an array; no token_type")
    .detected_by(&["mall_id+shop_no"])
    .access_token(paths!["access_token"])
    .refresh_token(paths!["refresh_token"])
    .scopes(paths!["scopes"])
    .client_id(paths!["client_id"])
    .subject(paths!["user_id"])
    .issued_at(&[TimeRule::rfc3339(paths!["issued_at"]).zone(KOREA)])
    .expires_at(&[TimeRule::rfc3339(paths!["expires_at"]).zone(KOREA)])
    .refresh_token_expires_at(&[TimeRule::rfc3339(paths!["refresh_token_expires_at"]).zone(KOREA)]);
