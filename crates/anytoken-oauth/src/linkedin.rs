//! LinkedIn.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `linkedin`: LinkedIn's token endpoint.
///
/// Requests separate scopes by spaces. Use does not extend the life of the refresh token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":86400,"refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_expires_in":439200,"scope":"email,openid,profile"}
/// ```
///
/// Source: Microsoft Learn, "Programmatic Refresh Tokens"; a body captured in a public test, with
/// `"scope":"email,openid,profile"`.
pub static LINKEDIN: Dialect = Dialect::oauth2("linkedin", "LinkedIn", Evidence::Tested)
    .with_quirks("comma scopes; the refresh token's lifetime is in refresh_token_expires_in")
    .scopes_separated_by(&[',', ' ', '\t', '\n', '\r'])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"])]);
