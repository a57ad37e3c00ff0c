//! Trovo.

use anytoken_core::dialect::{Authorization, Dialect, Evidence, TimeRule, paths};

/// `trovo`: Trovo's `exchangetoken`.
///
/// The scheme of the header is `OAuth`, although the type is `bearer`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":"14400","refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: aspnet-contrib/AspNet.Security.OAuth.Providers `test/…/Trovo/bundle.json`,
/// `TrovoAuthenticationConstants.cs` (the scheme).
pub static TROVO: Dialect = Dialect::oauth2("trovo", "Trovo", Evidence::Tested)
    .with_quirks("expires_in is a string; the scheme is OAuth")
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()])
    .authorization(Authorization::Scheme("OAuth"));
