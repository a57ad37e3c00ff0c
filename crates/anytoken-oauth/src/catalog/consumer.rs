//! Accounts of consumers.

use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

use crate::OAUTH1_SESSION;

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&GOOGLE_CONSUMER, &APPLE, &YAHOO, &YAHOO_OAUTH1, &LIVE];

/// `google-consumer`: Google's token endpoint for the accounts of people.
///
/// A refresh token comes with the first consent only, and has a lifetime where the person gave access for a time, or
/// the application is in testing.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3599,"refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_expires_in":604799,"scope":"openid","token_type":"Bearer","id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: developers.google.com, "Using OAuth 2.0 for Web Server Applications", "Using OAuth 2.0".
pub static GOOGLE_CONSUMER: Dialect = Dialect {
    id: "google-consumer",
    vendor: "Google",
    quirks: "refresh_token_expires_in, for time-limited access",
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"])],
    errors: ErrorShape { remedies: &[("deleted_client", Remedy::FixClient)], ..ErrorShape::STANDARD },
    ..Dialect::STANDARD
};

/// `apple`: Sign in with Apple.
///
/// The subject is in the ID token only, and a refreshed token comes without a refresh token: the old one goes on. A
/// error response mostly has no text.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":3600,"refresh_token":"EXAMPLE-REFRESH",
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: developer.apple.com, "Generate and validate tokens", "TokenResponse", "ErrorResponse".
pub static APPLE: Dialect = Dialect {
    id: "apple",
    vendor: "Apple",
    quirks: "a refresh brings no refresh token",
    ..Dialect::STANDARD
};

/// `yahoo`: Yahoo's token endpoint.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","expires_in":3600,"token_type":"bearer",
///  "xoauth_yahoo_guid":"EXAMPLE","id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: python-social-auth/social-core `social_core/tests/backends/test_yahoo.py`; developer.yahoo.com, "OAuth 2.0".
pub static YAHOO: Dialect = Dialect {
    id: "yahoo",
    vendor: "Yahoo",
    quirks: "the subject is xoauth_yahoo_guid",
    subject: paths!["xoauth_yahoo_guid"],
    ..Dialect::STANDARD
};

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
pub static YAHOO_OAUTH1: Dialect = Dialect {
    id: "yahoo-oauth1",
    vendor: "Yahoo",
    quirks: "a form; the session handle is the refresh token",
    ..OAUTH1_SESSION
};

/// `live`: `oauth20_token.srf` and `oauth20_authorize.srf` of login.live.com.
///
/// The token is opaque. To an implicit request all is in the fragment of an address, as a form.
///
/// ```json
/// {"token_type":"bearer","expires_in":86400,"scope":"service::user.auth.xboxlive.com::MBI_SSL",
///  "access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","user_id":"example"}
/// ```
///
/// Source: login.live.com as public Xbox clients use it.
pub static LIVE: Dialect = Dialect {
    id: "live",
    vendor: "Microsoft",
    quirks: "JSON, or a form in a fragment; the subject is user_id",
    subject: paths!["user_id"],
    ..Dialect::STANDARD
};
