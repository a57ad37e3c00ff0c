//! Vimeo.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `vimeo`: Vimeo's token endpoint.
///
/// The account and the application are beside the token. The account's only id is a path. No expiry is stated.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","scope":"private public",
///  "app":{"name":"Example","uri":"/apps/1"},"user":{"uri":"/users/1","name":"Example"}}
/// ```
///
/// Source: developer.vimeo.com, "Working with Vimeo API access tokens".
pub static VIMEO: Dialect = Dialect::oauth2("vimeo", "Vimeo", Evidence::Documented)
    .with_quirks("the subject is a path; no expiry")
    .subject(paths!["user/uri"]);
