//! DigiKey.

use anytoken_core::TokenTypeKind;
use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `digikey`: DigiKey's token endpoint.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","expires_in":1799,
///  "refresh_token_expires_in":7776000,"token_type":"BearerToken"}
/// ```
///
/// Source: developer.digikey.com, "OAuth 2.0", as public clients quote it.
pub static DIGIKEY: Dialect = Dialect::oauth2("digikey", "DigiKey", Evidence::Unverified)
    .with_quirks("BearerToken means Bearer; the refresh token has a lifetime")
    .token_type_aliases(&[("BearerToken", TokenTypeKind::Bearer)])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"])]);
