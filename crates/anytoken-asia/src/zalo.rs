//! Zalo.

use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `zalo`: Zalo, for users and for Official Accounts.
///
/// No `token_type` is sent: the token goes into the header `access_token`, and a caller with Bearer is anonymous. An
/// error response has status 200, and perhaps an empty token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","expires_in":"90000",
///  "refresh_token_expires_in":"7776000"}
/// ```
///
/// Source: developers.zalo.me, "Social API v4, access token"; public integration notes, from memory for the error
/// responses.
pub static ZALO: Dialect = Dialect::oauth2("zalo", "Zalo", Evidence::Unverified)
    .with_quirks("lifetimes are strings; no Authorization header; error is a negative number")
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"]).text()])
    .authorization(Authorization::None)
    .errors(
        &ErrorShape::RFC6749.description(paths!["error_description", "error_name"]).uri(paths!["ref_doc"]),
    );
