//! Qiita.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `qiita`: Qiita's token endpoint.
///
/// The response has status 201 and states no expiry.
///
/// ```json
/// {"client_id":"example","scopes":["read_qiita"],"token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: qiita.com/api/v2/docs, `POST /api/v2/access_tokens`, errors; python-social-auth/social-core
/// `social_core/tests/backends/test_qiita.py`.
pub static QIITA: Dialect = Dialect::bare("qiita", "Qiita", Evidence::Tested)
    .with_quirks("the token is in token; scopes is an array; error responses have type and message")
    .access_token(paths!["token"])
    .token_type(paths!["token_type"])
    .scopes(paths!["scopes"])
    .client_id(paths!["client_id"])
    .errors(&ErrorShape::RFC6749.code(paths!["type"]));
