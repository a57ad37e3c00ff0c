//! Mastodon.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `mastodon`: Mastodon and servers with the same API.
///
/// No expiry is stated: a token lives until it is revoked.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","scope":"read write follow push","created_at":1767225600}
/// ```
///
/// Source: docs.joinmastodon.org, "oauth API methods", "Obtain a token".
pub static MASTODON: Dialect = Dialect::oauth2("mastodon", "Mastodon", Evidence::Documented)
    .with_quirks("created_at is the instant of issue; no expiry")
    .issued_at(&[TimeRule::epoch(paths!["created_at"])]);
