//! Google's token endpoints.

use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&OAUTH2, &STS];

/// `google-oauth2`: the token endpoint.
///
/// A refresh brings no refresh token, and the old one stays valid. If the user grants access for a limited time, the
/// refresh token has a lifetime. A service account that asks for a `target_audience` gets an ID token and nothing else.
/// While a device waits, error responses come with 428 and 403, and one that comes too often has its code in
/// `error_code`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3599,"refresh_token":"EXAMPLE-REFRESH",
///  "scope":"https://www.googleapis.com/auth/drive.metadata.readonly","token_type":"Bearer",
///  "refresh_token_expires_in":604799}
/// ```
///
/// Source: developers.google.com, "Using OAuth 2.0 for Web Server Applications", "OAuth 2.0 for TV and
/// Limited-Input Device Applications"; googleapis/google-auth-library-python `google/oauth2/_client.py`.
pub static OAUTH2: Dialect = Dialect {
    id: "google-oauth2",
    vendor: "Google",
    quirks: "an ID token alone for a target_audience; pending with 428",
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"])],
    errors: ErrorShape {
        signs: paths!["error", "error_code"],
        code: paths!["error", "error/code", "error_code"],
        remedies: &[
            ("internal_failure", Remedy::Retry),
            ("rate_limit_exceeded", Remedy::Retry),
            ("deleted_client", Remedy::FixClient),
            ("redirect_uri_mismatch", Remedy::FixRequest),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `google-sts`: the token exchange of workload identity federation.
///
/// A downscoped token may have no `expires_in`: then it expires with the credential that it was made of, which the
/// response does not tell.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","issued_token_type":"urn:ietf:params:oauth:token-type:access_token",
///  "token_type":"Bearer","expires_in":3600}
/// ```
///
/// Source: googleapis/google-auth-library-python `tests/oauth2/test_sts.py`, `google/auth/downscoped.py`.
pub static STS: Dialect = Dialect {
    id: "google-sts",
    vendor: "Google",
    quirks: "no expires_in for a downscoped token",
    ..Dialect::STANDARD
};
