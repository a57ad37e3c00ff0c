//! Square.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `square`: Square's token endpoint.
///
/// An older error response has `type` and `message` instead of a list.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_at":"2026-01-31T00:00:00Z",
///  "merchant_id":"EXAMPLE-MERCHANT","refresh_token":"EXAMPLE-REFRESH","short_lived":false,
///  "refresh_token_expires_at":"2026-04-01T00:00:00Z"}
/// ```
///
/// Source: square/square-nodejs-sdk `tests/wire/oAuth.test.ts`; developer.squareup.com, "ObtainToken", "ErrorCode".
pub static SQUARE: Dialect = Dialect::oauth2("square", "Square", Evidence::Tested)
    .with_quirks("expiries are dates; the subject is merchant_id; error responses are a list")
    .detected_by(&["short_lived"])
    .subject(paths!["merchant_id"])
    .expires_at(&[TimeRule::rfc3339(paths!["expires_at"])])
    .refresh_token_expires_at(&[TimeRule::rfc3339(paths!["refresh_token_expires_at"])])
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["type"])
            .code(paths!["errors/0/code", "error", "error/code", "type"])
            .remedies(&[
                ("ACCESS_TOKEN_EXPIRED", Remedy::Reauthenticate),
                ("ACCESS_TOKEN_REVOKED", Remedy::Reauthenticate),
                ("CLIENT_DISABLED", Remedy::FixClient),
                ("BAD_REQUEST", Remedy::FixRequest),
                ("MISSING_REQUIRED_PARAMETER", Remedy::FixRequest),
                ("RATE_LIMITED", Remedy::Retry),
                ("INTERNAL_SERVER_ERROR", Remedy::Retry),
                ("SERVICE_UNAVAILABLE", Remedy::Retry),
            ]),
    );
