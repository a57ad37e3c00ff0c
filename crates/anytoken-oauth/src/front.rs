//! Front.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `front`: Front's token endpoint.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","refresh_token":"EXAMPLE.EXAMPLE.EXAMPLE","expires_at":1767229200,
///  "token_type":"Bearer"}
/// ```
///
/// Source: dev.frontapp.com, "OAuth", from memory.
pub static FRONT: Dialect = Dialect::oauth2("front", "Front", Evidence::Unverified)
    .with_quirks("the expiry is in seconds since 1970, in expires_at")
    .expires_at(&[TimeRule::epoch(paths!["expires_at"])]);
