//! Seznam.cz.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `seznam`: Seznam.cz's token endpoint.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","account_name":"example@example.com","expires_in":31536000,
///  "oauth_user_id":"EXAMPLE","refresh_token":"EXAMPLE-REFRESH","scopes":["identity"],"token_type":"bearer"}
/// ```
///
/// Source: python-social-auth/social-core `social_core/tests/backends/test_seznam.py`.
pub static SEZNAM: Dialect = Dialect::oauth2("seznam", "Seznam.cz", Evidence::Tested)
    .with_quirks("scopes is an array; the subject is oauth_user_id")
    .detected_by(&["oauth_user_id"])
    .scopes(paths!["scopes"])
    .subject(paths!["oauth_user_id"]);
