//! Firebase Authentication and Identity Platform.

use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&FIREBASE_IDENTITY_TOOLKIT, &FIREBASE_SECURETOKEN];

/// `firebase-identity-toolkit`: the sign-in endpoints.
///
/// The credential is an ID token; `expiresIn`, a string, is its lifetime. A user with a second factor gets
/// `mfaPendingCredential` instead of the tokens, with status 200: an error response without a code.
///
/// ```json
/// {"localId":"EXAMPLE-USER","email":"user@example.com","displayName":"","idToken":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "registered":true,"refreshToken":"EXAMPLE-REFRESH","expiresIn":"3600"}
/// ```
///
/// Source: firebase.google.com, "Firebase Auth REST API".
pub static FIREBASE_IDENTITY_TOOLKIT: Dialect = Dialect {
    id: "firebase-identity-toolkit",
    vendor: "Google",
    quirks: "an ID token, camelCase; the error code is in error/message",
    signature: &["localId", "mfaPendingCredential"],
    refresh_token: paths!["refreshToken"],
    id_token: paths!["idToken"],
    subject: paths!["localId"],
    expires: &[TimeRule::seconds(paths!["expiresIn"]).text()],
    errors: ErrorShape { steps: paths!["mfaPendingCredential"], ..ERRORS },
    ..Dialect::BARE
};

/// `firebase-securetoken`: the refresh endpoint.
///
/// snake_case, unlike the sign-in endpoints. `expires_in` is a string. The service sends the ID token in
/// `access_token` as well, which the documents leave out.
///
/// ```json
/// {"expires_in":"3600","token_type":"Bearer","refresh_token":"EXAMPLE-REFRESH","id_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "user_id":"EXAMPLE-USER","project_id":"1234567890"}
/// ```
///
/// Source: firebase.google.com, "Firebase Auth REST API", "Exchange a refresh token for an ID token".
pub static FIREBASE_SECURETOKEN: Dialect = Dialect {
    id: "firebase-securetoken",
    vendor: "Google",
    quirks: "the ID token is also the access token; the error code is in error/message",
    subject: paths!["user_id"],
    expires: &[TimeRule::seconds(paths!["expires_in"]).text()],
    errors: ERRORS,
    ..Dialect::STANDARD
};

/// The machine code is in the place of the text, and `code` repeats the HTTP status.
const ERRORS: ErrorShape = ErrorShape {
    code: paths!["error/message", "error/status", "error/code", "error"],
    code_end: " : ",
    description: paths!["error_description"],
    remedies: &[
        ("TOKEN_EXPIRED", Remedy::Reauthenticate),
        ("USER_NOT_FOUND", Remedy::Reauthenticate),
        ("INVALID_REFRESH_TOKEN", Remedy::Reauthenticate),
        ("INVALID_ID_TOKEN", Remedy::Reauthenticate),
        ("INVALID_CUSTOM_TOKEN", Remedy::Reauthenticate),
        ("CREDENTIAL_TOO_OLD_LOGIN_AGAIN", Remedy::Reauthenticate),
        ("EXPIRED_OOB_CODE", Remedy::Reauthenticate),
        ("INVALID_OOB_CODE", Remedy::Reauthenticate),
        ("EMAIL_NOT_FOUND", Remedy::Reauthenticate),
        ("INVALID_PASSWORD", Remedy::Reauthenticate),
        ("INVALID_LOGIN_CREDENTIALS", Remedy::Reauthenticate),
        ("INVALID_GRANT_TYPE", Remedy::FixRequest),
        ("MISSING_REFRESH_TOKEN", Remedy::FixRequest),
        ("OPERATION_NOT_ALLOWED", Remedy::FixClient),
        ("TOO_MANY_ATTEMPTS_TRY_LATER", Remedy::Retry),
    ],
    ..ErrorShape::STANDARD
};
