//! Toast.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `toast`: Toast's login.
///
/// Members that were not granted are `null`. `expiresIn` is the remaining lifetime. `status` is `SUCCESS`; in an error
/// response it is the HTTP status, beside Toast's own `code`.
///
/// ```json
/// {"@class":".SuccessfulResponse","token":{"tokenType":"Bearer","scope":null,"expiresIn":86400,
///  "accessToken":"EXAMPLE.EXAMPLE.EXAMPLE","idToken":null,"refreshToken":null},"status":"SUCCESS"}
/// ```
///
/// Source: doc.toasttab.com, "Authentication and restaurant access", "ErrorMessage".
pub static TOAST: Dialect = Dialect::bare("toast", "Toast", Evidence::Documented)
    .with_quirks("an envelope; camelCase; status SUCCESS means success")
    .envelope("token")
    .access_token(paths!["accessToken"])
    .refresh_token(paths!["refreshToken"])
    .id_token(paths!["idToken"])
    .token_type(paths!["tokenType"])
    .scopes(paths!["scope"])
    .expires_at(&[TimeRule::seconds(paths!["expiresIn"])])
    .ok_when("status", &["\"SUCCESS\""])
    .errors(&ErrorShape::RFC6749.error_when(paths!["code"]).uri(paths!["link"]));
