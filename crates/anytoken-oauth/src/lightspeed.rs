//! Lightspeed.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `lightspeed-x`: Lightspeed X-Series, formerly Vend.
///
/// `domain_prefix`, the host to call, is in the redirect, and perhaps in the body too.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires":1767312000,"expires_in":86400,
///  "refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: docs.vendhq.com, "Authorization", as public code quotes it.
pub static LIGHTSPEED_X: Dialect = Dialect::oauth2("lightspeed-x", "Lightspeed", Evidence::Unverified)
    .with_quirks("expires is in seconds since 1970, beside expires_in")
    .api_url(paths!["domain_prefix"])
    .expires_at(&[TimeRule::epoch(paths!["expires"]), TimeRule::seconds(paths!["expires_in"])]);
