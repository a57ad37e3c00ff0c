//! Box.

use anytoken_core::dialect::{Dialect, Evidence};

/// `box`: Box's token endpoint.
///
/// `restricted_to` binds scopes to single files and folders, so they are not scopes of the token. An empty list
/// restricts nothing.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3600,"restricted_to":[],"token_type":"bearer",
///  "refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: box/box-openapi `openapi.json` (AccessToken, ResourceScope); python-social-auth/social-core
/// `social_core/tests/backends/test_box.py`.
pub static BOX: Dialect = Dialect::oauth2("box", "Box", Evidence::Tested)
    .with_quirks("scopes may be bound to files and folders, in restricted_to")
    .detected_by(&["restricted_to"]);
