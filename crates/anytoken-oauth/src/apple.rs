//! Apple.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `apple-maps-server`: the token endpoint of Apple Maps Server API.
///
/// ```json
/// {"accessToken":"EXAMPLE.EXAMPLE.EXAMPLE","expiresInSeconds":1800}
/// ```
///
/// Source: developer.apple.com, Apple Maps Server API, "Generate a Maps token", "TokenResponse".
pub static APPLE_MAPS_SERVER: Dialect = Dialect::bare("apple-maps-server", "Apple", Evidence::Documented)
    .with_quirks("camelCase; the lifetime is in expiresInSeconds")
    .access_token(paths!["accessToken"])
    .expires_at(&[TimeRule::seconds(paths!["expiresInSeconds"])]);
