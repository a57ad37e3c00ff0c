//! Reddit.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence};

/// `reddit`: Reddit's token endpoint.
///
/// `*` means all scopes. `device_id` is that of an installed client's request. The error response to a failed exchange
/// has status 200 and no description; that to wrong credentials has the status as its `error`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","device_id":"example","expires_in":86400,"scope":"*"}
/// ```
///
/// Source: reddit-archive/reddit wiki, "OAuth2"; python-social-auth/social-core
/// `social_core/tests/backends/test_reddit.py`.
pub static REDDIT: Dialect = Dialect::oauth2("reddit", "Reddit", Evidence::Tested)
    .with_quirks(
        "expires_in may have a fraction; error responses have status 200, or the status as the error",
    )
    .errors(&ErrorShape::RFC6749.remedies(&[("401", Remedy::FixClient), ("NO_TEXT", Remedy::FixRequest)]));
