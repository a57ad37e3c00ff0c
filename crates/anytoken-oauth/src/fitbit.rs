//! Fitbit.

use anytoken_core::dialect::{Dialect, Evidence, paths};

use crate::standard::OAUTH1;

/// `fitbit`: Fitbit's token endpoint.
///
/// The text of an error may repeat the refresh token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":28800,"refresh_token":"EXAMPLE-REFRESH","scope":"heartrate activity",
///  "token_type":"Bearer","user_id":"EXAMPLE"}
/// ```
///
/// Source: dev.fitbit.com, "OAuth2 Token"; requests/requests-oauthlib `requests_oauthlib/compliance_fixes/fitbit.py`;
/// scribejava/scribejava `FitBitJsonTokenExtractor.java`.
pub static FITBIT: Dialect = Dialect::oauth2("fitbit", "Fitbit", Evidence::Documented)
    .with_quirks("the subject is in user_id; error responses have a list of errors")
    .subject(paths!["user_id"]);

/// `fitbit-oauth1`: Fitbit's OAuth 1.0, until 2016.
///
/// ```text
/// encoded_user_id=EXAMPLE&oauth_token=EXAMPLE-TOKEN&oauth_token_secret=EXAMPLE-SECRET
/// ```
///
/// Source: python-social-auth/social-core `social_core/tests/backends/test_fitbit.py`.
pub static FITBIT_OAUTH1: Dialect = Dialect::like(&OAUTH1, "fitbit-oauth1", Evidence::Tested)
    .by("Fitbit")
    .with_quirks("a form; a second secret signs each request; the subject is in encoded_user_id")
    .detected_by(&["encoded_user_id"])
    .subject(paths!["encoded_user_id"]);
