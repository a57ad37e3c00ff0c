//! Deye.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `deye-cloud`: the token endpoint of Deye Cloud.
///
/// ```json
/// {"code":"1000000","msg":"success","success":true,"requestId":"example","accessToken":"EXAMPLE-ACCESS",
///  "expiresIn":"5183999","tokenType":"bearer","refreshToken":"EXAMPLE-REFRESH","scope":"all","uid":1}
/// ```
///
/// Source: DeyeCloudDevelopers/deye-openapi-client-sample-code issue 7; a success from memory.
pub static DEYE_CLOUD: Dialect = Dialect::bare("deye-cloud", "Deye", Evidence::Unverified)
    .with_quirks("camelCase; success means success; the code of an error response is a text of digits")
    .access_token(paths!["accessToken"])
    .refresh_token(paths!["refreshToken"])
    .token_type(paths!["tokenType"])
    .scopes(paths!["scope"])
    .subject(paths!["uid"])
    .expires_at(&[TimeRule::seconds(paths!["expiresIn"]).text()])
    .ok_when("success", &["true"]);
