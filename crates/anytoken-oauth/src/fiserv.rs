//! Fiserv.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `fiserv`: Fiserv's token endpoint.
///
/// Nothing in the body shows the unit.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":900000}
/// ```
///
/// Source: NangoHQ/nango `packages/providers/providers.yaml` (`expires_in_unit: milliseconds`).
pub static FISERV: Dialect = Dialect::oauth2("fiserv", "Fiserv", Evidence::Unverified)
    .with_quirks("expires_in is in milliseconds")
    .expires_at(&[TimeRule::milliseconds(paths!["expires_in"])]);

/// `clover`: Clover's token endpoint, for tokens that expire.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","access_token_expiration":1767227400,
///  "refresh_token":"EXAMPLE-REFRESH","refresh_token_expiration":1798761600}
/// ```
///
/// Source: docs.clover.com, "Generate OAuth expiring (access and refresh) token".
pub static CLOVER: Dialect = Dialect::oauth2("clover", "Fiserv", Evidence::Documented)
    .with_quirks("the expiries are in seconds since 1970; no token_type")
    .detected_by(&["refresh_token_expiration"])
    .expires_at(&[TimeRule::epoch(paths!["access_token_expiration"])])
    .refresh_token_expires_at(&[TimeRule::epoch(paths!["refresh_token_expiration"])]);
