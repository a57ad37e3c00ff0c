//! Grab.

use anytoken_core::dialect::{Dialect, Evidence};

/// `grab`: GrabID.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":604799,"id_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"Bearer"}
/// ```
///
/// Source: developer.grab.com, "GrabID OAuth2".
pub static GRAB: Dialect =
    Dialect::oauth2("grab", "Grab", Evidence::Documented).with_quirks("follows RFC 6749");
