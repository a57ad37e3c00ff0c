//! Arlo.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `arlo`: a login at Arlo.
///
/// `meta/code` is the HTTP status, and `meta/error` the code of an error response.
///
/// ```json
/// {"meta":{"code":200},"data":{"token":"EXAMPLE-ACCESS"}}
/// ```
///
/// Source: twrecked/hass-aarlo issue 1004; janick/ArloDownload issue 5.
pub static ARLO: Dialect = Dialect::bare("arlo", "Arlo", Evidence::Tested)
    .with_quirks("meta says how it went; no expiry; a second factor is an error response")
    .envelope("data")
    .access_token(paths!["token"])
    .ok_when("meta/code", &["200"])
    .errors(
        &ErrorShape::RFC6749
            .code(paths!["meta/error", "meta/code"])
            .description(paths!["meta/message"])
            .remedies(&[("9233", Remedy::Interact)]),
    );
