//! Procore.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `procore`: Procore's login.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"bearer","expires_in":5400,
///  "refresh_token":"EXAMPLE-REFRESH","created_at":1767225600}
/// ```
///
/// Source: procore/documentation `oauth/oauth_auth_grant_flow.md`.
pub static PROCORE: Dialect = Dialect::oauth2("procore", "Procore", Evidence::Documented)
    .with_quirks("created_at is the instant of issue")
    .issued_at(&[TimeRule::epoch(paths!["created_at"])]);
