//! Podio.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `podio`: Podio's token endpoint.
///
/// The subject is a number in `ref`, whose `type` distinguishes users, apps and spaces.
///
/// ```json
/// {"token_type":"bearer","access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","expires_in":28800,
///  "ref":{"type":"user","id":1010101010}}
/// ```
///
/// Source: python-social-auth/social-core `social_core/tests/backends/test_podio.py`.
pub static PODIO: Dialect = Dialect::oauth2("podio", "Podio", Evidence::Tested)
    .with_quirks("the subject is in ref")
    .subject(paths!["ref/id"]);
