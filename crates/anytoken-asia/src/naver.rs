//! Naver.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `naver`: Naver Login.
///
/// An error response has status 200, and is `invalid_request` for every cause, even a used code or a wrong secret. Only
/// the text differs, so the remedy is unknown.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","token_type":"bearer","expires_in":"3600"}
/// ```
///
/// Source: developers.naver.com, "Naver Login API specification"; public test suites.
pub static NAVER: Dialect = Dialect::oauth2("naver", "Naver", Evidence::Tested)
    .with_quirks("expires_in is a string; every error is invalid_request, with status 200")
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()])
    .errors(&ErrorShape::RFC6749.remedies(&[("invalid_request", Remedy::Unknown)]));
