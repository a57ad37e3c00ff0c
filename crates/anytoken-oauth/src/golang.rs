//! Go.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `golang-oauth2-token`: `Token` of golang.org/x/oauth2 as JSON, which programs in Go store.
///
/// rclone keeps it in its configuration; the connectors of Ampersand write the names in camelCase. An `expires_in`
/// beside the expiry is not decoded: it does not count from the time at which the file is read.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","refresh_token":"EXAMPLE-REFRESH",
///  "expiry":"2026-01-01T09:00:00.123456789+08:00"}
/// ```
///
/// Source: golang/oauth2 `token.go`; public configurations of rclone; amp-labs/connectors pull request 127.
pub static GOLANG_OAUTH2_TOKEN: Dialect = Dialect::oauth2("golang-oauth2-token", "Go", Evidence::Recorded)
    .with_quirks("a file; the expiry is a date, in expiry; the year 1 means unknown")
    .access_token(paths!["access_token", "accessToken"])
    .refresh_token(paths!["refresh_token", "refreshToken"])
    .expires_at(&[TimeRule::rfc3339(paths!["expiry"])]);
