//! Egnyte.

use anytoken_core::dialect::{Dialect, Evidence, Special, TimeRule, paths};

/// `egnyte`: Egnyte's token endpoint.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":-1}
/// ```
///
/// Source: developers.egnyte.com, "Public API Authentication": tokens do not expire.
pub static EGNYTE: Dialect = Dialect::oauth2("egnyte", "Egnyte", Evidence::Documented)
    .with_quirks("expires_in -1 means never")
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).when(&[("-1", Special::Never)])]);
