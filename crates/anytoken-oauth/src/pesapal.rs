//! Pesapal.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `pesapal`: `api/Auth/RequestToken` of Pesapal.
///
/// An error response has status 200 on the wire. In a success `error` is null or empty.
///
/// ```json
/// {"token":"EXAMPLE.EXAMPLE.EXAMPLE","expiryDate":"2026-01-01T00:05:00.1234567Z","error":null,"status":"200",
///  "message":"Request processed successfully"}
/// ```
///
/// Source: developer.pesapal.com, "Authentication"; public clients and their tests.
pub static PESAPAL: Dialect = Dialect::bare("pesapal", "Pesapal", Evidence::Tested)
    .with_quirks("the token is in token, the expiry in expiryDate; a status of 200 in the body means success")
    .access_token(paths!["token"])
    .expires_at(&[TimeRule::rfc3339(paths!["expiryDate"])])
    .ok_when("status", &["\"200\""])
    .errors(&ErrorShape::RFC6749.remedies(&[("invalid_consumer_key_or_secret_provided", Remedy::FixClient)]));
