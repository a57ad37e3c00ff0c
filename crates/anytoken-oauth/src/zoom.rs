//! Zoom.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `zoom`: Zoom's token endpoint.
///
/// `api_url` is the host to call.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","refresh_token":"EXAMPLE-REFRESH","expires_in":3599,
///  "scope":"user:read","api_url":"https://api.zoom.us"}
/// ```
///
/// Source: python-social-auth/social-core `social_core/tests/backends/test_zoom.py`; devforum.zoom.us.
pub static ZOOM: Dialect = Dialect::oauth2("zoom", "Zoom", Evidence::Tested)
    .with_quirks("the error text is in reason")
    .api_url(paths!["api_url"])
    .errors(&ErrorShape::RFC6749.description(paths!["reason"]));
