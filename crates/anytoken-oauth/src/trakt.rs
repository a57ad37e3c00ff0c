//! Trakt.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `trakt`: Trakt's token endpoint.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":7200,"refresh_token":"EXAMPLE-REFRESH",
///  "scope":"public","created_at":1767225600}
/// ```
///
/// Source: trakt.docs.apiary.io, "Authentication - OAuth", "Get Token".
pub static TRAKT: Dialect = Dialect::oauth2("trakt", "Trakt", Evidence::Documented)
    .with_quirks("created_at is the instant of issue")
    .issued_at(&[TimeRule::epoch(paths!["created_at"])]);
