//! Belvo.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `belvo`: a token of Belvo's widget.
///
/// The names are those of Simple JWT. An error response is an array.
///
/// ```json
/// {"access":"EXAMPLE.EXAMPLE.EXAMPLE","refresh":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: developers.belvo.com, "Connect Widget", "Error handling"; belvo 0.28.0 for Node.js.
pub static BELVO: Dialect = Dialect::bare("belvo", "Belvo", Evidence::Documented)
    .with_quirks("access and refresh; no expiry; an error response is an array")
    .access_token(paths!["access"])
    .refresh_token(paths!["refresh"]);
