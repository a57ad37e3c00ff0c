//! Netatmo.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `netatmo`: Netatmo's OAuth.
///
/// The lifetime is sent twice, once misspelt, or only misspelt. No token type is sent. `error` is an object with a
/// number from the API, and a word from the token endpoint.
///
/// ```json
/// {"scope":["read_station"],"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","expires_in":10800,
///  "expire_in":10800}
/// ```
///
/// Source: public fixtures of `POST /oauth2/token`; philippelt/netatmo-api-python `lnetatmo.py`.
pub static NETATMO: Dialect = Dialect::oauth2("netatmo", "Netatmo", Evidence::Tested)
    .with_quirks("scope is an array; expire_in is beside expires_in; an error code may be a number")
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]), TimeRule::seconds(paths!["expire_in"])])
    .errors(&ErrorShape::RFC6749.remedies(&[("2", Remedy::Reauthenticate), ("3", Remedy::Reauthenticate)]));
