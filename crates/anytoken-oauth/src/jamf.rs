//! Jamf.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `jamf-basic`: `POST /v1/auth/token` of Jamf Pro, with a name and a password.
///
/// The list of errors may be empty; then the code is the status.
///
/// ```json
/// {"token":"EXAMPLE.EXAMPLE.EXAMPLE","expires":"2026-01-01T00:30:00.000Z"}
/// ```
///
/// Source: developer.jamf.com, "Jamf Pro API Overview"; NangoHQ/nango issue 3988.
pub static JAMF_BASIC: Dialect = Dialect::bare("jamf-basic", "Jamf", Evidence::Documented)
    .with_quirks("the token is in token, its expiry in expires; error responses have a list of errors")
    .access_token(paths!["token"])
    .expires_at(&[TimeRule::rfc3339(paths!["expires"])])
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["httpStatus"])
            .code(paths!["errors/0/code", "httpStatus"])
            .remedies(&[("INVALID_TOKEN", Remedy::Reauthenticate)]),
    );
