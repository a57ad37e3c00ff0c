//! Baidu.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, paths};

/// `baidu`: Baidu's token endpoint.
///
/// `session_key` and `session_secret` are two more secrets. No `token_type` is sent: the token goes into the query
/// string. An error response is that of RFC 6749, or has status 200 with `error_code` and `error_msg`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":2592000,"refresh_token":"EXAMPLE-REFRESH","scope":"basic",
///  "session_key":"EXAMPLE-SESSION","session_secret":"EXAMPLE-SECRET"}
/// ```
///
/// Source: developer.baidu.com, "OAuth, Authorization Code", "OAuth error codes"; a captured body of Baidu's social
/// login.
pub static BAIDU: Dialect = Dialect::oauth2("baidu", "Baidu", Evidence::Tested)
    .with_quirks(
        "two session secrets are beside the token; no Authorization header; error responses have two shapes",
    )
    .detected_by(&["session_secret", "social_uid"])
    .subject(paths!["social_uid"])
    .authorization(Authorization::None)
    .errors(&ErrorShape::RFC6749.error_when(paths!["error_code"]).remedies(&[
        ("redirect_uri_mismatch", Remedy::FixRequest),
        ("2", Remedy::Retry),
        ("100", Remedy::FixRequest),
        ("101", Remedy::FixClient),
        ("110", Remedy::Reauthenticate),
        ("111", Remedy::Reauthenticate),
    ]));
