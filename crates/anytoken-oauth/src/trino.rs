//! Trino.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `trino-external-auth`: the token server of Trino and Starburst, which a client polls.
///
/// An error response has status 200 and a sentence in `error`.
///
/// ```json
/// {"token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: trinodb/trino-python-client `trino/auth.py`.
pub static TRINO_EXTERNAL_AUTH: Dialect = Dialect::bare("trino-external-auth", "Trino", Evidence::Documented)
    .with_quirks("the token is in token; error responses are sentences, with status 200")
    .access_token(paths!["token"]);
