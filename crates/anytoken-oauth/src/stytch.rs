//! Stytch.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `stytch-m2m`: Stytch's tokens for machines.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","expires_in":3600,"token_type":"bearer"}
/// ```
///
/// Source: stytchauth/stytch-node `types/lib/b2c/m2m.d.ts` (TokenResponse).
pub static STYTCH_M2M: Dialect = Dialect::oauth2("stytch-m2m", "Stytch", Evidence::Documented)
    .with_quirks("error responses follow RFC 6749, or have error_type and error_message")
    .errors(STYTCH.error_shape());

/// `stytch`: the error responses of Stytch's API.
///
/// A session comes as an opaque token and as a JWT of equal rank. Which of them to use is the caller's choice, so
/// neither is decoded. An error response has Stytch's own names, or those of RFC 6749 with `status_code` and
/// `request_id`.
///
/// ```json
/// {"status_code":401,"request_id":"request-id-example","error_type":"unauthorized_credentials",
///  "error_message":"Unauthorized credentials.","error_url":"https://example.com/docs/api/errors/401"}
/// ```
///
/// Source: stytchauth/stytch-node `lib/shared/errors.ts` (StytchErrorJSON, OAuth2ErrorJSON); stytch.com, "Errors".
pub static STYTCH: Dialect = Dialect::bare("stytch", "Stytch", Evidence::Documented)
    .with_quirks("error responses only; they have error_type, error_message and error_url")
    .detected_by(&["error_url"])
    .errors(ErrorShape::RFC6749.error_when(paths!["error_type"]).uri(paths!["error_url"]).remedies(&[
        ("unauthorized_credentials", Remedy::FixClient),
        ("session_not_found", Remedy::Reauthenticate),
        ("too_many_requests", Remedy::Retry),
        ("internal_server_error", Remedy::Retry),
        ("captcha_required", Remedy::Interact),
    ]));
