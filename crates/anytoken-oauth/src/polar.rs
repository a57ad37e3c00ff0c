//! Polar.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `polar`: Polar AccessLink.
///
/// There is no refresh token: a token lives for about a year.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":31535999,"x_user_id":10579}
/// ```
///
/// Source: polar.com, "AccessLink API", "Token endpoint"; scribejava/scribejava `PolarJsonTokenExtractor.java`.
pub static POLAR: Dialect = Dialect::oauth2("polar", "Polar", Evidence::Documented)
    .with_quirks("the subject is x_user_id, a number")
    .detected_by(&["x_user_id"])
    .subject(paths!["x_user_id"]);
