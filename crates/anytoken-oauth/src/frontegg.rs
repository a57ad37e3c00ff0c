//! Frontegg.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `frontegg-vendor`: Frontegg's login of a vendor.
///
/// ```json
/// {"token":"EXAMPLE.EXAMPLE.EXAMPLE","expiresIn":3600}
/// ```
///
/// Source: api-evangelist/frontegg `frontegg-vendor-token-structure.json`.
pub static FRONTEGG_VENDOR: Dialect = Dialect::bare("frontegg-vendor", "Frontegg", Evidence::Unverified)
    .with_quirks("the token is in token; camelCase")
    .access_token(paths!["token"])
    .token_type(paths!["tokenType"])
    .expires_at(&[TimeRule::seconds(paths!["expiresIn"])]);
