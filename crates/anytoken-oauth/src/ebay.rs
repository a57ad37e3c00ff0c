//! eBay.

use anytoken_core::TokenTypeKind;
use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `ebay`: eBay's identity service.
///
/// The token contains `^` and `#`. A refresh brings no new refresh token.
///
/// ```json
/// {"access_token":"v^1.1#EXAMPLE-ACCESS","expires_in":7200,"refresh_token":"v^1.1#EXAMPLE-REFRESH",
///  "refresh_token_expires_in":47304000,"token_type":"User Access Token"}
/// ```
///
/// Source: developer.ebay.com, "Exchanging the authorization code for a User access token".
pub static EBAY: Dialect = Dialect::oauth2("ebay", "eBay", Evidence::Documented)
    .with_quirks(
        "User Access Token and Application Access Token mean Bearer; the refresh token has a lifetime",
    )
    .token_type_aliases(&[
        ("User Access Token", TokenTypeKind::Bearer),
        ("Application Access Token", TokenTypeKind::Bearer),
    ])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"])]);
