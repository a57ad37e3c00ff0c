//! Lyft.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `lyft`: Lyft's login.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","token_type":"bearer","expires_in":3600,
///  "scope":"public profile rides.read","id":"EXAMPLE-USER"}
/// ```
///
/// Source: python-social-auth/social-core `test_lyft.py`.
pub static LYFT: Dialect = Dialect::oauth2("lyft", "Lyft", Evidence::Tested)
    .with_quirks("the subject is in id")
    .subject(paths!["id"]);
