//! Firebase Authentication and Identity Platform.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `firebase-identity-toolkit`: the sign-in endpoints.
///
/// A user with a second factor gets `mfaPendingCredential` instead of the tokens, with status 200: an error response
/// without a code.
///
/// ```json
/// {"localId":"EXAMPLE-USER","email":"user@example.com","displayName":"","idToken":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "registered":true,"refreshToken":"EXAMPLE-REFRESH","expiresIn":"3600"}
/// ```
///
/// Source: firebase.google.com, "Firebase Auth REST API".
pub static FIREBASE_IDENTITY_TOOLKIT: Dialect =
    Dialect::bare("firebase-identity-toolkit", "Google", Evidence::Documented)
        .with_quirks("camelCase; an ID token without an access token; the error code is in error/message")
        .detected_by(&["localId", "mfaPendingCredential"])
        .refresh_token(paths!["refreshToken"])
        .id_token(paths!["idToken"])
        .subject(paths!["localId"])
        .expires_at(&[TimeRule::seconds(paths!["expiresIn"]).text()])
        .errors(ERRORS.challenge_when(paths!["mfaPendingCredential"]));

/// `firebase-securetoken`: the refresh endpoint.
///
/// The service sends the ID token in `access_token` too, which the documents do not mention.
///
/// ```json
/// {"expires_in":"3600","token_type":"Bearer","refresh_token":"EXAMPLE-REFRESH","id_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "user_id":"EXAMPLE-USER","project_id":"1234567890"}
/// ```
///
/// Source: firebase.google.com, "Firebase Auth REST API", "Exchange a refresh token for an ID token".
pub static FIREBASE_SECURETOKEN: Dialect =
    Dialect::oauth2("firebase-securetoken", "Google", Evidence::Documented)
        .with_quirks("the ID token is also the access token; the error code is in error/message")
        .subject(paths!["user_id"])
        .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()])
        .errors(ERRORS);

/// Error responses with the code in the place of the text; `code` repeats the HTTP status.
const ERRORS: ErrorShape =
    ErrorShape::RFC6749.code(paths!["error/message", "error/status"]).code_ends_at(" : ").remedies(&[
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
    ]);
