//! Deezer.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Special, TimeRule, Wire, paths};

/// `deezer`: Deezer's `oauth/access_token.php`.
///
/// The body is JSON if the request asks for it. A token with `offline_access` has the lifetime 0. An error response has
/// status 200.
///
/// ```text
/// access_token=EXAMPLE-ACCESS&expires=3600
/// ```
///
/// Source: developers.deezer.com, "OAuth"; python-social-auth/social-core `social_core/tests/backends/test_deezer.py`.
pub static DEEZER: Dialect = Dialect::oauth2("deezer", "Deezer", Evidence::Documented)
    .with_quirks("a form; the lifetime is in expires, where 0 means never; error responses are bare text")
    .wire(Wire::Form)
    .expires_at(&[TimeRule::seconds(paths!["expires"]).text().when(&[("0", Special::Never)])])
    .errors(&ErrorShape::RFC6749.error_when(paths!["#text"]).description(paths![
        "error_description",
        "error/message",
        "#text"
    ]));
