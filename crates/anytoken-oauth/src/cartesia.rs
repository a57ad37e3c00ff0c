//! Cartesia.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `cartesia-access-token`: a short-lived token for a client in a browser.
///
/// ```json
/// {"token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: cartesia-ai/cartesia-python 4.2.0 `types/access_token_create_response.py`.
pub static CARTESIA_ACCESS_TOKEN: Dialect =
    Dialect::bare("cartesia-access-token", "Cartesia", Evidence::Tested)
        .with_quirks("the token is in token, alone; no expiry")
        .access_token(paths!["token"]);
