//! VTEX.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `vtex-app-token`: the login with an app's key and token.
///
/// The token is sent in the header or cookie `VtexIdclientAutCookie`. In an error response, `authStatus` is the code.
///
/// ```json
/// {"authStatus":"Success","token":"EXAMPLE.EXAMPLE.EXAMPLE","expires":1767229200}
/// ```
///
/// Source: developers.vtex.com, "Generate authentication token".
pub static VTEX_APP_TOKEN: Dialect = Dialect::bare("vtex-app-token", "VTEX", Evidence::Documented)
    .with_quirks("the token is in token; expires is an instant; authStatus Success means success")
    .access_token(paths!["token"])
    .expires_at(&[TimeRule::epoch(paths!["expires"])])
    .authorization(Authorization::None)
    .ok_when("authStatus", &["\"Success\""])
    .errors(
        &ErrorShape::RFC6749.code(paths!["authStatus"]).remedies(&[("WrongCredentials", Remedy::FixClient)]),
    );
