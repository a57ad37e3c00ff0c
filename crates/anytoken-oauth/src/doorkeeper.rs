//! Doorkeeper.

use anytoken_core::dialect::{Dialect, Evidence, Special, TimeRule, paths};

/// `doorkeeper`: Doorkeeper, the OAuth provider for Rails.
///
/// If the server reuses tokens, `created_at` is when the token was first issued, and `expires_in` is its remaining
/// lifetime. Error responses repeat the `state` of the request.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":7200,"refresh_token":"EXAMPLE-REFRESH",
///  "scope":"public write","created_at":1767225600}
/// ```
///
/// Source: doorkeeper-gem/doorkeeper `lib/doorkeeper/oauth/token_response.rb`, `error_response.rb`,
/// `models/concerns/expirable.rb`; recorded from doorkeeper 5.5.0.
pub static DOORKEEPER: Dialect = Dialect::oauth2("doorkeeper", "Doorkeeper", Evidence::Recorded)
    .with_quirks("no expires_in means never; created_at is the time of the first issue")
    .issued_at(&[TimeRule::epoch(paths!["created_at"])])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).when_absent(Special::Never)]);
