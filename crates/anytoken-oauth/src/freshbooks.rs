//! FreshBooks.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `freshbooks`: FreshBooks's token endpoint.
///
/// `created_at` is when the token was first issued, and `expires_in` is its remaining lifetime. `direct_buy_tokens` has
/// further tokens under free names.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":43200,"refresh_token":"EXAMPLE-REFRESH",
///  "scope":"user:profile:read","created_at":1767225600,"direct_buy_tokens":{}}
/// ```
///
/// Source: freshbooks.com/api, "Authentication"; public code with a response.
pub static FRESHBOOKS: Dialect = Dialect::oauth2("freshbooks", "FreshBooks", Evidence::Unverified)
    .with_quirks("the time of issue is in created_at; further tokens may be in direct_buy_tokens")
    .detected_by(&["direct_buy_tokens"])
    .issued_at(&[TimeRule::epoch(paths!["created_at"])]);
