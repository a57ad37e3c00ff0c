//! Google's token endpoints.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `google-oauth2`: Google's token endpoint.
///
/// A refresh brings no refresh token, and the old one stays valid. If the user grants access for a limited time, the
/// refresh token has a lifetime. A service account that asks for a `target_audience` gets only an ID token. While a
/// device waits, error responses have status 428 or 403; if it asks too often, the code is in `error_code`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3599,"refresh_token":"EXAMPLE-REFRESH",
///  "scope":"https://www.googleapis.com/auth/drive.metadata.readonly","token_type":"Bearer",
///  "refresh_token_expires_in":604799}
/// ```
///
/// Source: developers.google.com, "Using OAuth 2.0 for Web Server Applications", "OAuth 2.0 for TV and
/// Limited-Input Device Applications"; googleapis/google-auth-library-python `google/oauth2/_client.py`.
pub static OAUTH2: Dialect = Dialect::oauth2("google-oauth2", "Google", Evidence::Documented)
    .with_quirks("an ID token alone for a target_audience; authorization_pending has status 428")
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"])])
    .errors(&ErrorShape::RFC6749.error_when(paths!["error_code"]).remedies(&[
        ("internal_failure", Remedy::Retry),
        ("rate_limit_exceeded", Remedy::Retry),
        ("deleted_client", Remedy::FixClient),
        ("redirect_uri_mismatch", Remedy::FixRequest),
    ]));

/// `google-sts`: the token exchange of workload identity federation.
///
/// A downscoped token without `expires_in` expires with the token that it was derived from, whose expiry is not in the
/// response.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","issued_token_type":"urn:ietf:params:oauth:token-type:access_token",
///  "token_type":"Bearer","expires_in":3600}
/// ```
///
/// Source: googleapis/google-auth-library-python `tests/oauth2/test_sts.py`, `google/auth/downscoped.py`.
pub static STS: Dialect = Dialect::oauth2("google-sts", "Google", Evidence::Tested)
    .with_quirks("a downscoped token may have no expires_in");
