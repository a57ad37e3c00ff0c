//! Sony.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `playstation`: the PlayStation Network.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":3599,"scope":"psn:mobile.v2.core",
///  "refresh_token":"EXAMPLE-REFRESH","refresh_token_expires_in":5183999}
/// ```
///
/// Source: a public mock of the token endpoint.
pub static PLAYSTATION: Dialect = Dialect::oauth2("playstation", "Sony", Evidence::Tested)
    .with_quirks("the refresh token's lifetime is in refresh_token_expires_in")
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"])]);
