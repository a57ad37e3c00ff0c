//! ThoughtSpot.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `thoughtspot`: `auth/token/full` and its relatives of ThoughtSpot's REST API.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS","creation_time_in_millis":1767225600000,"expiration_time_in_millis":1767225900000,
///  "valid_for_user_id":"11111111-2222-3333-4444-555555555555","valid_for_username":"example"}
/// ```
///
/// Source: thoughtspot/rest-api-sdk 2.24.0 (GetTokenResponse, ErrorResponse).
pub static THOUGHTSPOT: Dialect = Dialect::bare("thoughtspot", "ThoughtSpot", Evidence::Tested)
    .with_quirks("the token is in token; issue and expiry are in milliseconds since 1970")
    .detected_by(&["valid_for_user_id"])
    .access_token(paths!["token"])
    .subject(paths!["valid_for_user_id"])
    .issued_at(&[TimeRule::epoch_milliseconds(paths!["creation_time_in_millis"])])
    .expires_at(&[TimeRule::epoch_milliseconds(paths!["expiration_time_in_millis"])]);
