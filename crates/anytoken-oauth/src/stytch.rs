//! Stytch.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `stytch-m2m`: Stytch's tokens for machines.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","expires_in":3600,"token_type":"bearer"}
/// ```
///
/// Source: stytchauth/stytch-node `types/lib/b2c/m2m.d.ts` (TokenResponse).
pub static STYTCH_M2M: Dialect = Dialect::oauth2("stytch-m2m", "Stytch", Evidence::Documented)
    .with_quirks("error responses follow RFC 6749, or have error_type and error_message")
    .errors(&ERRORS);

/// `stytch`: a session of a user, or of a member of an organization.
///
/// `session_token` is the session's. `session_jwt` is a second token for it, which lives for five minutes, and stays an
/// extra. An error response has Stytch's own names, or those of RFC 6749 with `status_code` and `request_id`.
///
/// ```json
/// {"status_code":200,"request_id":"request-id-example","session_token":"EXAMPLE-SESSION",
///  "session_jwt":"EXAMPLE.EXAMPLE.EXAMPLE","session":{"session_id":"session-example","user_id":"user-example",
///  "started_at":"2026-01-01T00:00:00Z","expires_at":"2026-01-01T01:00:00Z"}}
/// ```
///
/// Source: stytchauth/stytch-node 14.2.0 `types/lib/b2c/sessions.d.ts`, `types/lib/b2b/sessions.d.ts`,
/// `lib/shared/errors.ts` (StytchErrorJSON, OAuth2ErrorJSON); stytch.com, "Errors".
pub static STYTCH: Dialect = Dialect::bare("stytch", "Stytch", Evidence::Documented)
    .with_quirks("the token is in session_token, its expiry in the session; errors have error_type")
    .detected_by(&["session_jwt+session_token", "error_url"])
    .access_token(paths!["session_token"])
    .subject(paths!["session/user_id", "member_session/member_id"])
    .expires_at(&[TimeRule::rfc3339(paths!["session/expires_at", "member_session/expires_at"])])
    .errors(&ERRORS);

/// The error responses of Stytch.
const ERRORS: ErrorShape = ErrorShape::RFC6749
    .error_when(paths!["error_type"])
    // A member who still needs a second factor, with status 200.
    .challenge_when(paths!["intermediate_session_token"])
    .uri(paths!["error_url"])
    .remedies(&[
        ("unauthorized_credentials", Remedy::FixClient),
        ("session_not_found", Remedy::Reauthenticate),
        ("too_many_requests", Remedy::Retry),
        ("internal_server_error", Remedy::Retry),
        ("captcha_required", Remedy::Interact),
    ]);
