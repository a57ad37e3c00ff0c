//! Gong.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `gong`: Gong's token endpoint.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","expires_in":86399,
///  "scope":"api:calls:read:basic","api_base_url_for_customer":"https://example.api.gong.io"}
/// ```
///
/// Source: help.gong.io, "Create an app for Gong"; amp-labs/connectors `providers/gong.go`.
pub static GONG: Dialect = Dialect::oauth2("gong", "Gong", Evidence::Documented)
    .with_quirks("no token_type; the address to call is in api_base_url_for_customer")
    .detected_by(&["api_base_url_for_customer"])
    .api_url(paths!["api_base_url_for_customer"]);
