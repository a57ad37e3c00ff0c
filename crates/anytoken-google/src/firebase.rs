//! Firebase: Authentication, Identity Platform, installations and App Check.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

use crate::services::IAM_ERRORS;

/// `firebase-cli-config`: the file `firebase-tools.json` of Firebase's command line.
///
/// Lifetimes of the response stay in the file, but do not count from the time at which it is read, so they are not
/// decoded. `scopes` are the requested ones, `scope` the granted ones.
///
/// ```json
/// {"user":{"email":"user@example.com","sub":"1234567890"},"tokens":{"expires_at":1767229200000,
///  "refresh_token":"EXAMPLE-REFRESH","scopes":["email","openid"],"access_token":"EXAMPLE-ACCESS","expires_in":3599,
///  "scope":"openid email","token_type":"Bearer","id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}}
/// ```
///
/// Source: firebase/firebase-tools 15.34.2 `lib/auth.js`.
pub static FIREBASE_CLI_CONFIG: Dialect = Dialect::oauth2(
    "firebase-cli-config",
    "Google",
    Evidence::Recorded,
)
.with_quirks(
    "a file; the tokens are in tokens; the expiry is in milliseconds since 1970, beside a stale lifetime",
)
.envelope("tokens")
.expires_at(&[TimeRule::epoch_milliseconds(paths!["expires_at"])])
.refresh_token_expires_at(&[]);

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
/// Source: firebase.google.com, "Firebase Auth REST API"; recorded from the Auth emulator of firebase-tools 15.34.2.
pub static FIREBASE_IDENTITY_TOOLKIT: Dialect =
    Dialect::bare("firebase-identity-toolkit", "Google", Evidence::Recorded)
        .with_quirks("camelCase; an ID token without an access token; the error code is in error/message")
        .detected_by(&["localId", "mfaPendingCredential"])
        .refresh_token(paths!["refreshToken"])
        .id_token(paths!["idToken"])
        .subject(paths!["localId"])
        .expires_at(&[TimeRule::seconds(paths!["expiresIn"]).text()])
        .errors(&ERRORS.challenge_when(paths!["mfaPendingCredential"]));

/// `firebase-securetoken`: the refresh endpoint.
///
/// The service sends the ID token in `access_token` too, which the documents do not mention.
///
/// ```json
/// {"expires_in":"3600","token_type":"Bearer","refresh_token":"EXAMPLE-REFRESH","id_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "user_id":"EXAMPLE-USER","project_id":"1234567890"}
/// ```
///
/// Source: firebase.google.com, "Firebase Auth REST API", "Exchange a refresh token for an ID token"; recorded from the Auth
/// emulator of firebase-tools 15.34.2.
pub static FIREBASE_SECURETOKEN: Dialect =
    Dialect::oauth2("firebase-securetoken", "Google", Evidence::Recorded)
        .with_quirks("the ID token is also the access token; the error code is in error/message")
        .subject(paths!["user_id"])
        .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()])
        .errors(&ERRORS);

/// `firebase-installations`: the installations API, which Firebase's client libraries call.
///
/// Creating an installation returns both tokens, with the access token in `authToken`; a later request returns only the
/// members of `authToken`. The lifetime states its unit.
///
/// ```json
/// {"name":"projects/1234567890/installations/EXAMPLE-FID","fid":"EXAMPLE-FID","refreshToken":"EXAMPLE-REFRESH",
///  "authToken":{"token":"EXAMPLE.EXAMPLE.EXAMPLE","expiresIn":"604800s"}}
/// ```
///
/// Source: firebase/firebase-js-sdk `packages/installations/src/functions/create-installation-request.ts`,
/// `generate-auth-token-request.ts`, `helpers/extract-auth-token-info-from-response.ts`.
pub static FIREBASE_INSTALLATIONS: Dialect =
    Dialect::bare("firebase-installations", "Google", Evidence::Documented)
        .with_quirks(
            "the token is in authToken or at the top level; the lifetime has a unit; no Authorization header",
        )
        .detected_by(&["fid+authToken"])
        .access_token(paths!["authToken/token", "token"])
        .refresh_token(paths!["refreshToken"])
        .subject(paths!["fid"])
        .expires_at(&[TimeRule::seconds(paths!["authToken/expiresIn", "expiresIn"]).text()])
        .authorization(Authorization::None)
        .errors(&IAM_ERRORS);

/// `firebase-app-check`: a token of App Check.
///
/// The token is sent in the header `X-Firebase-AppCheck`. The lifetime states its unit, and may have a fraction.
///
/// ```json
/// {"token":"EXAMPLE.EXAMPLE.EXAMPLE","ttl":"3600s"}
/// ```
///
/// Source: firebase/firebase-js-sdk `packages/app-check/src/client.ts`; the discovery document of
/// `firebaseappcheck.googleapis.com`, `GoogleFirebaseAppcheckV1AppCheckToken`.
pub static FIREBASE_APP_CHECK: Dialect = Dialect::bare("firebase-app-check", "Google", Evidence::Documented)
    .with_quirks("the lifetime is in ttl and has a unit; no Authorization header")
    .access_token(paths!["token"])
    .expires_at(&[TimeRule::seconds(paths!["ttl"]).text()])
    .authorization(Authorization::None)
    .errors(&IAM_ERRORS);

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
