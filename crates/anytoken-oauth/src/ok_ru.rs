//! OK.ru.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `odnoklassniki`: OK.ru.
///
/// The type is `session`: requests are signed. The lifetime may be absent. `invalid_request` also means that an
/// authorization code has expired.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"session","refresh_token":"EXAMPLE-REFRESH","expires_in":"1800"}
/// ```
///
/// Source: apiok.ru, "OAuth 2.0"; bodies in public clients.
pub static ODNOKLASSNIKI: Dialect = Dialect::oauth2("odnoklassniki", "OK.ru", Evidence::Documented)
    .with_quirks("the type is session; expires_in is a string; invalid_request for a code that has expired")
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()])
    .authorization(Authorization::None)
    .errors(&ErrorShape::RFC6749.remedies(&[("invalid_request", Remedy::Reauthenticate)]));
