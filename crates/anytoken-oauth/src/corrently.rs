//! Corrently.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `corrently`: `requestToken` of Corrently.
///
/// `err` is true in an error response.
///
/// ```json
/// {"token":"EXAMPLE.EXAMPLE.EXAMPLE","expires":1767229200000}
/// ```
///
/// Source: evcc-io/evcc `tariff/corrently/tokensource.go`, `tariff/corrently/types.go`.
pub static CORRENTLY: Dialect = Dialect::bare("corrently", "STROMDAO", Evidence::Unverified)
    .with_quirks("the expiry is in milliseconds since 1970; err true means an error response")
    .access_token(paths!["token"])
    .expires_at(&[TimeRule::epoch_milliseconds(paths!["expires"])])
    .ok_when("err", &["false"]);
