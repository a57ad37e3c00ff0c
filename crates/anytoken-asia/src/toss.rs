//! Toss.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `toss-login`: the login of apps in Toss.
///
/// An error response has status 200.
///
/// ```json
/// {"resultType":"SUCCESS","success":{"accessToken":"EXAMPLE.EXAMPLE.EXAMPLE","refreshToken":"EXAMPLE-REFRESH",
///  "scope":"user_name","tokenType":"Bearer","expiresIn":3599}}
/// ```
///
/// Source: several public clients.
pub static TOSS_LOGIN: Dialect = Dialect::bare("toss-login", "Toss", Evidence::Tested)
    .with_quirks("camelCase, in success; resultType SUCCESS means success")
    .detected_by(&["resultType+success"])
    .envelope("success")
    .access_token(paths!["accessToken"])
    .refresh_token(paths!["refreshToken"])
    .token_type(paths!["tokenType"])
    .scopes(paths!["scope"])
    .expires_at(&[TimeRule::seconds(paths!["expiresIn"])])
    .ok_when("resultType", &["\"SUCCESS\""]);
