//! iHealth.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `ihealth`: the token endpoint of iHealth.
///
/// The JSON is labelled as HTML.
///
/// ```json
/// {"AccessToken":"EXAMPLE-ACCESS","Expires":36000,"RefreshToken":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: omniauth/omniauth-oauth2 issue 53.
pub static IHEALTH: Dialect = Dialect::bare("ihealth", "iHealth Labs", Evidence::Tested)
    .with_quirks("PascalCase; Expires is the lifetime; no type")
    .access_token(paths!["AccessToken"])
    .refresh_token(paths!["RefreshToken"])
    .expires_at(&[TimeRule::seconds(paths!["Expires"])]);
