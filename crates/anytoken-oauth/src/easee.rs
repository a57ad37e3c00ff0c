//! Easee.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `easee`: a login at Easee's API.
///
/// An error response is a problem document with the code in `errorCodeName`, and its number in `errorCode`. `detail` is
/// a placeholder.
///
/// ```json
/// {"accessToken":"EXAMPLE.EXAMPLE.EXAMPLE","expiresIn":86400,"accessClaims":["User"],"tokenType":"Bearer",
///  "refreshToken":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: nordicopen/pyeasee issue 60; evcc-io/evcc issue 8511.
pub static EASEE: Dialect = Dialect::bare("easee", "Easee", Evidence::Tested)
    .with_quirks("camelCase; the error code is a name beside a number")
    .detected_by(&["accessClaims", "errorCodeName"])
    .access_token(paths!["accessToken"])
    .refresh_token(paths!["refreshToken"])
    .token_type(paths!["tokenType"])
    .expires_at(&[TimeRule::seconds(paths!["expiresIn"])])
    .errors(
        &ErrorShape::RFC6749
            .code(paths!["errorCodeName"])
            .description(paths!["title"])
            .remedies(&[("RefreshTokenExpired", Remedy::Reauthenticate)]),
    );
