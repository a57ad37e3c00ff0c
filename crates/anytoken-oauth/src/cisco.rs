//! Cisco.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `cisco-ftd`: the token endpoint of Cisco Firepower Threat Defense.
///
/// An error response has a `status_code` other than 200, and no `error`.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","expires_in":1800,"refresh_expires_in":2400,
///  "refresh_token":"EXAMPLE.EXAMPLE.REFRESH","token_type":"Bearer"}
/// ```
///
/// Source: developer.cisco.com, FTD API, "TokenResponseUnion".
pub static CISCO_FTD: Dialect = Dialect::oauth2("cisco-ftd", "Cisco", Evidence::Documented)
    .with_quirks("the refresh token has a lifetime; error responses have status_code and message")
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_expires_in"])])
    .ok_when("status_code", &["200"]);

/// `webex`: Webex's token endpoint.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":1209599,"refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_expires_in":7775999,"token_type":"Bearer"}
/// ```
///
/// Source: developer.webex.com, "Integrations & Authorization".
pub static WEBEX: Dialect = Dialect::oauth2("webex", "Cisco", Evidence::Documented)
    .with_quirks("the refresh token's lifetime is in refresh_token_expires_in")
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"])]);
