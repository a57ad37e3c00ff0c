//! NIU.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `niu`: the login of NIU's scooters.
///
/// Both lifetimes are instants.
///
/// ```json
/// {"data":{"token":{"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_expires_in":1767830400,"token_expires_in":1767312000},"user":{"user_id":"EXAMPLE-USER"}},
///  "desc":"ok","status":0}
/// ```
///
/// Source: evcc-io/evcc `vehicle/niu/types_test.go`, issue 837.
pub static NIU: Dialect = Dialect::bare("niu", "NIU", Evidence::Tested)
    .with_quirks("all in data; status 0 means success; lifetimes are in seconds since 1970")
    .envelope("data")
    .access_token(paths!["token/access_token"])
    .refresh_token(paths!["token/refresh_token"])
    .subject(paths!["user/user_id"])
    .expires_at(&[TimeRule::epoch(paths!["token/token_expires_in"])])
    .refresh_token_expires_at(&[TimeRule::epoch(paths!["token/refresh_token_expires_in"])])
    .ok_when("status", &["0"]);
