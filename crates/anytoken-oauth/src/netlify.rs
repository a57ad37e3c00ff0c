//! Netlify.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `netlify`: the exchange of a ticket.
///
/// No expiry is stated.
///
/// ```json
/// {"id":"EXAMPLE-ID","access_token":"EXAMPLE-ACCESS","user_id":"EXAMPLE-USER","user_email":"user@example.com",
///  "created_at":"2026-01-01T00:00:00.000Z"}
/// ```
///
/// Source: netlify/open-api `swagger.yml`.
pub static NETLIFY: Dialect = Dialect::oauth2("netlify", "Netlify", Evidence::Documented)
    .with_quirks("created_at is a date; no expiry; error responses have code and message")
    .subject(paths!["user_id"])
    .issued_at(&[TimeRule::rfc3339(paths!["created_at"])]);
