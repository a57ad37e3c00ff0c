//! Yahoo.

use anytoken_core::dialect::{Dialect, Evidence, paths};

use crate::standard::OAUTH1_SESSION;

/// `yahoo`: Yahoo's token endpoint.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","expires_in":3600,"token_type":"bearer",
///  "xoauth_yahoo_guid":"EXAMPLE","id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: python-social-auth/social-core `social_core/tests/backends/test_yahoo.py`; developer.yahoo.com, "OAuth 2.0".
pub static YAHOO: Dialect = Dialect::oauth2("yahoo", "Yahoo", Evidence::Tested)
    .with_quirks("the subject is xoauth_yahoo_guid")
    .subject(paths!["xoauth_yahoo_guid"]);

/// `yahoo-oauth1`: `get_token` of Yahoo, OAuth 1.0 with the session extension.
///
/// The session handle is the refresh token and lives for decades. An error response is a form as well.
///
/// ```text
/// oauth_token=EXAMPLE%3DTOKEN&oauth_token_secret=EXAMPLE-SECRET&oauth_expires_in=3600&oauth_session_handle=EXAMPLE
/// ```
///
/// Source: developer.yahoo.com, "OAuth 1.0", "get_token"; python-social-auth/social-core
/// `social_core/backends/oauth.py`.
pub static YAHOO_OAUTH1: Dialect = Dialect::like(&OAUTH1_SESSION, "yahoo-oauth1", Evidence::Documented)
    .by("Yahoo")
    .with_quirks("a form; the session handle is the refresh token");
