//! json-server-auth.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `json-server-auth`: a login at json-server-auth.
///
/// An error response is one JSON string.
///
/// ```json
/// {"accessToken":"EXAMPLE.EXAMPLE.EXAMPLE","user":{"email":"user@example.com","id":1}}
/// ```
///
/// Source: recorded from json-server-auth 2.1.0 with json-server 0.17.4.
pub static JSON_SERVER_AUTH: Dialect =
    Dialect::bare("json-server-auth", "json-server-auth", Evidence::Recorded)
        .with_quirks("camelCase; no expiry; an error response is one JSON string")
        .access_token(paths!["accessToken"])
        .subject(paths!["user/id"]);
