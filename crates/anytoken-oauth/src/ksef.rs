//! KSeF, Poland's register of invoices.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `ksef`: version 2 of KSeF's API.
///
/// Each token is an object with its expiry, which has seven digits of a second. A refresh brings no new refresh token.
///
/// ```json
/// {"accessToken":{"token":"EXAMPLE.EXAMPLE.EXAMPLE","validUntil":"2026-01-01T00:15:00.1234567+00:00"},
///  "refreshToken":{"token":"EXAMPLE.EXAMPLE.EXAMPLE","validUntil":"2026-01-08T00:00:00.1234567+00:00"}}
/// ```
///
/// Source: CIRFMF/ksef-api issues 335, 336, 385, 694 and 704; CIRFMF/ksef-client-java.
pub static KSEF: Dialect = Dialect::bare("ksef", "Ministry of Finance of Poland", Evidence::Tested)
    .with_quirks("each token is an object with its expiry; error responses are a list in exception")
    .access_token(paths!["accessToken/token"])
    .refresh_token(paths!["refreshToken/token"])
    .expires_at(&[TimeRule::rfc3339(paths!["accessToken/validUntil"])])
    .refresh_token_expires_at(&[TimeRule::rfc3339(paths!["refreshToken/validUntil"])])
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["exception"])
            .code(paths!["exception/exceptionDetailList/0/exceptionCode"])
            .description(paths!["exception/exceptionDetailList/0/exceptionDescription"])
            .remedies(&[("21304", Remedy::Reauthenticate)]),
    );
