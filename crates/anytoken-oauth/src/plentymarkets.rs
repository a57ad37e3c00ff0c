//! plentymarkets.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `plentymarkets`: the REST API of plentymarkets.
///
/// ```json
/// {"accessToken":"EXAMPLE-ACCESS","tokenType":"Bearer","expiresIn":86400,"refreshToken":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: requests/requests-oauthlib `tests/test_compliance_fixes.py`.
pub static PLENTYMARKETS: Dialect = Dialect::oauth2("plentymarkets", "plentymarkets", Evidence::Tested)
    .with_quirks("camelCase")
    .access_token(paths!["accessToken"])
    .refresh_token(paths!["refreshToken"])
    .token_type(paths!["tokenType"])
    .expires_at(&[TimeRule::seconds(paths!["expiresIn"])]);
