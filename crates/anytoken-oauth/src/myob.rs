//! MYOB.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `myob`: MYOB's token endpoint.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":"1200","refresh_token":"EXAMPLE-REFRESH",
///  "scope":"CompanyFile","user":{"uid":"11111111-2222-3333-4444-555555555555","username":"user@example.com"}}
/// ```
///
/// Source: developer.myob.com, "Authentication".
pub static MYOB: Dialect = Dialect::oauth2("myob", "MYOB", Evidence::Documented)
    .with_quirks("expires_in is a string; the subject is in user")
    .subject(paths!["user/uid"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()]);
