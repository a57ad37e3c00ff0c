//! Health records.

use anytoken_core::Adapter;
use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] =
    &[&CMS_BCDA, &CMS_BLUEBUTTON, &SMART_ON_FHIR, &ORACLE_CERNER_FHIR];

/// `cms-bcda`: Beneficiary Claims Data API.
///
/// `expires_in` is a string that counts down.
///
/// ```json
/// {"access_token": "EXAMPLE.EXAMPLE.EXAMPLE", "expires_in": "1200", "token_type":"bearer"}
/// ```
///
/// Source: CMSgov/bcda-app `bcda/auth/client/ssas.go`; CMSgov/bcda-static-site "Get a bearer token".
pub static CMS_BCDA: Dialect = Dialect {
    id: "cms-bcda",
    vendor: "CMS",
    quirks: "expires_in is a string",
    expires: &[TimeRule::seconds(paths!["expires_in"]).text()],
    ..Dialect::STANDARD
};

/// `cms-bluebutton`: Blue Button 2.0.
///
/// `access_grant_expiration` is the expiry of what the beneficiary granted, or `""` where the grant has none: it is no
/// token's expiry, and is kept. `patient` is a negative number in a string. An error response of the server itself has
/// its status as its code.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3600,"token_type":"Bearer","scope":"patient/Patient.read",
///  "refresh_token":"EXAMPLE-REFRESH","patient":"-20140000008325","access_grant_expiration":"2026-11-01T00:00:00Z"}
/// ```
///
/// Source: CMSgov/bluebutton-web-server `apps/dot_ext/views/authorization.py`.
pub static CMS_BLUEBUTTON: Dialect = Dialect {
    id: "cms-bluebutton",
    vendor: "CMS",
    quirks: "the grant's expiry beside the token's; the error code is the HTTP status",
    signature: &["access_grant_expiration"],
    errors: ErrorShape {
        signs: paths!["error", "status_code"],
        code: paths!["error", "error/code", "status_code"],
        description: paths!["error_description", "error/message", "message"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `smart-on-fhir`: SMART App Launch.
///
/// The context of the launch is beside the token: `patient`, who is not the subject, `encounter`, `fhirContext`,
/// `need_patient_banner`, `smart_style_url`, `intent`, `tenant`.
///
/// ```json
/// {"need_patient_banner":true,"smart_style_url":"https://example.com/style.json","patient":"example",
///  "token_type":"Bearer","scope":"launch/patient patient/Patient.rs","expires_in":3600,
///  "access_token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: HL7/smart-app-launch `input/pages/app-launch.md`, `example-app-launch-public.md`,
/// `scopes-and-launch-context.md`.
pub static SMART_ON_FHIR: Dialect = Dialect {
    id: "smart-on-fhir",
    vendor: "HL7",
    quirks: "the context of the launch beside the token",
    ..Dialect::STANDARD
};

/// `oracle-cerner-fhir`: the authorization server of Oracle Health, once Cerner.
///
/// A refresh brings no refresh token: the old one stays valid. An error response has an `error_uri` and no description.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","scope":"user/Observation.read online_access","token_type":"Bearer",
///  "expires_in":570}
/// ```
///
/// Source: cerner/fhir.cerner.com `content/authorization.md`.
pub static ORACLE_CERNER_FHIR: Dialect = Dialect {
    id: "oracle-cerner-fhir",
    vendor: "Oracle",
    quirks: "a refresh brings no refresh token; errors have error_uri",
    ..Dialect::STANDARD
};
