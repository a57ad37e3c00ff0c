//! Squarespace.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `squarespace`: access to a site.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","access_token_expires_at":1767227400.79,"account_id":"EXAMPLE-ACCOUNT",
///  "refresh_token":"EXAMPLE-REFRESH","refresh_token_expires_at":1767830400.79,"token_type":"bearer"}
/// ```
///
/// Source: developers.squarespace.com, "OAuth", from memory.
pub static SQUARESPACE: Dialect = Dialect::oauth2("squarespace", "Squarespace", Evidence::Unverified)
    .with_quirks("expiries are epochs with a fraction; the subject is account_id")
    .detected_by(&["access_token_expires_at"])
    .subject(paths!["account_id"])
    .expires_at(&[TimeRule::epoch(paths!["access_token_expires_at"])])
    .refresh_token_expires_at(&[TimeRule::epoch(paths!["refresh_token_expires_at"])]);
