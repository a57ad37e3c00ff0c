//! Miro.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `miro`: Miro's token endpoint.
///
/// ```json
/// {"user_id":"9876543210","refresh_token":"EXAMPLE-REFRESH","access_token":"EXAMPLE-ACCESS","expires_in":3599,
///  "team_id":"1234567890","scope":"boards:read","token_type":"bearer"}
/// ```
///
/// Source: developers.miro.com, "Getting started with OAuth", from memory; amp-labs/connectors `providers/miro.go`.
pub static MIRO: Dialect = Dialect::oauth2("miro", "Miro", Evidence::Unverified)
    .with_quirks("the subject is user_id")
    .subject(paths!["user_id"]);
