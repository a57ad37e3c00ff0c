//! Yahoo! JAPAN.

use anytoken_core::dialect::{Dialect, Evidence};

/// `yahoo-japan`: Yahoo! JAPAN, YConnect version 2.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","refresh_token":"EXAMPLE-REFRESH","expires_in":3600,
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: developer.yahoo.co.jp, "YConnect v2, token endpoint".
pub static YAHOO_JAPAN: Dialect =
    Dialect::oauth2("yahoo-japan", "Yahoo! JAPAN", Evidence::Documented).with_quirks("follows RFC 6749");
