//! Envestnet.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `yodlee`: `auth/token` of Yodlee.
///
/// ```json
/// {"token":{"accessToken":"EXAMPLE-ACCESS","issuedAt":"2026-01-01T00:00:00Z","expiresIn":1799}}
/// ```
///
/// Source: developer.envestnet.com, "ClientCredentialToken", "Error Documentation".
pub static YODLEE: Dialect = Dialect::bare("yodlee", "Envestnet", Evidence::Documented)
    .with_quirks("camelCase, in token; the status is 201")
    .envelope("token")
    .access_token(paths!["accessToken"])
    .issued_at(&[TimeRule::rfc3339(paths!["issuedAt"])])
    .expires_at(&[TimeRule::seconds(paths!["expiresIn"])])
    .errors(
        &ErrorShape::RFC6749.remedies(&[("Y020", Remedy::Reauthenticate), ("Y023", Remedy::Reauthenticate)]),
    );
