//! JFrog.

use anytoken_core::TokenTypeKind;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `jfrog-access`: the tokens of the JFrog Platform.
///
/// `token_type` is `access_token`. `expires_in` is a string in the documents.
///
/// ```json
/// {"token_id":"EXAMPLE-ID","access_token":"EXAMPLE.EXAMPLE.EXAMPLE","refresh_token":"EXAMPLE-REFRESH",
///  "expires_in":"3600","scope":"applied-permissions/user","token_type":"access_token"}
/// ```
///
/// Source: jfrog.com, "JFrog REST APIs", create token; error responses from memory.
pub static JFROG_ACCESS: Dialect = Dialect::oauth2("jfrog-access", "JFrog", Evidence::Documented)
    .with_quirks(
        "access_token means Bearer; expires_in may be a string; error responses have a list of errors",
    )
    .detected_by(&["token_id"])
    .token_type_aliases(&[("access_token", TokenTypeKind::Bearer)])
    .errors(&ErrorShape::RFC6749.code(paths!["errors/0/code", "error", "errors/0/status"]));
