//! Tesla.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `tesla`: Tesla's login.
///
/// `state` is that of the request.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":3888000,"refresh_token":"EXAMPLE-REFRESH",
///  "created_at":1767225600,"state":"EXAMPLE-STATE"}
/// ```
///
/// Source: timdorr/tesla-api `spec/cassettes/client-login-mfa.yml`.
pub static TESLA: Dialect = Dialect::oauth2("tesla", "Tesla", Evidence::Tested)
    .with_quirks("created_at is the instant of issue")
    .issued_at(&[TimeRule::epoch(paths!["created_at"])]);
