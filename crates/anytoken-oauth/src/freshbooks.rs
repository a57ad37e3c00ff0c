//! FreshBooks.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `freshbooks`: FreshBooks's token endpoint.
///
/// `created_at` is when the token was issued; FreshBooks's own library counts `expires_in` from it. `direct_buy_tokens` has
/// further tokens under free names.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":43200,"refresh_token":"EXAMPLE-REFRESH",
///  "scope":"user:profile:read","created_at":1767225600,"direct_buy_tokens":{}}
/// ```
///
/// Source: freshbooks.com/api, "Authentication"; freshbooks-sdk 1.3.0 `freshbooks/client.py`.
pub static FRESHBOOKS: Dialect = Dialect::oauth2("freshbooks", "FreshBooks", Evidence::Documented)
    .with_quirks("the time of issue is in created_at; further tokens may be in direct_buy_tokens")
    .detected_by(&["direct_buy_tokens"])
    .issued_at(&[TimeRule::epoch(paths!["created_at"])]);
