//! Gitee.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `gitee`: Gitee, which uses Doorkeeper.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":86400,"refresh_token":"EXAMPLE-REFRESH",
///  "scope":"user_info projects","created_at":1767225600}
/// ```
///
/// Source: gitee.com/api/v5/oauth_doc.
pub static GITEE: Dialect = Dialect::oauth2("gitee", "Gitee", Evidence::Documented)
    .with_quirks("created_at is the instant of issue")
    .issued_at(&[TimeRule::epoch(paths!["created_at"])]);
