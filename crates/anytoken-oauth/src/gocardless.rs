//! GoCardless.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `gocardless`: GoCardless for partners.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","scope":"read_write","token_type":"bearer","organisation_id":"OR123",
///  "email":"user@example.com"}
/// ```
///
/// Source: developer.gocardless.com, "Partner integrations", from memory.
pub static GOCARDLESS: Dialect = Dialect::oauth2("gocardless", "GoCardless", Evidence::Unverified)
    .with_quirks("no expiry; the subject is the organisation")
    .subject(paths!["organisation_id"]);

/// `gocardless-bank-data`: GoCardless Bank Account Data, formerly Nordigen.
///
/// A refresh brings no new refresh token.
///
/// ```json
/// {"access":"EXAMPLE.EXAMPLE.EXAMPLE","access_expires":86400,"refresh":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "refresh_expires":2592000}
/// ```
///
/// Source: developer.gocardless.com, "Quick start guide" of Bank Account Data.
pub static GOCARDLESS_BANK_DATA: Dialect =
    Dialect::bare("gocardless-bank-data", "GoCardless", Evidence::Documented)
        .with_quirks("no member name is that of RFC 6749; the error code is the HTTP status")
        .detected_by(&["access_expires"])
        .access_token(paths!["access"])
        .refresh_token(paths!["refresh"])
        .expires_at(&[TimeRule::seconds(paths!["access_expires"])])
        .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_expires"])])
        .errors(
            &ErrorShape::RFC6749.error_when(paths!["status_code"]).description(paths!["detail", "summary"]),
        );
