//! Renren.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `renren`: Renren's token endpoint.
///
/// The token contains `|`.
///
/// ```json
/// {"token_type":"bearer","expires_in":2592000,"refresh_token":"EXAMPLE-REFRESH","user":{"id":1,"name":"example"},
///  "access_token":"EXAMPLE|ACCESS"}
/// ```
///
/// Source: justauth/JustAuth `AuthRenrenRequest.java`.
pub static RENREN: Dialect = Dialect::oauth2("renren", "Renren", Evidence::Unverified)
    .with_quirks("the subject is in user")
    .subject(paths!["user/id"]);
