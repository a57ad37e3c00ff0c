//! The Centers for Medicare & Medicaid Services (CMS).

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `cms-bcda`: the Beneficiary Claims Data API.
///
/// `expires_in` is the remaining lifetime of the token.
///
/// ```json
/// {"access_token": "EXAMPLE.EXAMPLE.EXAMPLE", "expires_in": "1200", "token_type":"bearer"}
/// ```
///
/// Source: CMSgov/bcda-app `bcda/auth/client/ssas.go`; CMSgov/bcda-static-site "Get a bearer token".
pub static CMS_BCDA: Dialect = Dialect::oauth2("cms-bcda", "CMS", Evidence::Documented)
    .with_quirks("expires_in is a string")
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()]);

/// `cms-bluebutton`: Blue Button 2.0.
///
/// `access_grant_expiration` is when the beneficiary's consent expires, or `""` if it does not: it is not the expiry of
/// a token. `patient` is a negative number in a string. An error response of the server itself has `status_code` and
/// `message`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3600,"token_type":"Bearer","scope":"patient/Patient.read",
///  "refresh_token":"EXAMPLE-REFRESH","patient":"-20140000008325","access_grant_expiration":"2026-11-01T00:00:00Z"}
/// ```
///
/// Source: CMSgov/bluebutton-web-server `apps/dot_ext/views/authorization.py`.
pub static CMS_BLUEBUTTON: Dialect = Dialect::oauth2("cms-bluebutton", "CMS", Evidence::Documented)
    .with_quirks("the consent's expiry is beside the token's; the error code may be the HTTP status")
    .detected_by(&["access_grant_expiration"])
    .errors(&ErrorShape::RFC6749.error_when(paths!["status_code"]));
