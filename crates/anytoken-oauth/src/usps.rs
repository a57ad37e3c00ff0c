//! USPS.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

use crate::apigee::APIGEE;

/// `usps`: USPS's OAuth.
///
/// The numbers of a refresh token are JSON numbers, and all others strings. `api_products` is a string in brackets.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"Bearer","issued_at":"1767225600000",
///  "expires_in":"28799","status":"approved","scope":"addresses service-delivery-standards  locations",
///  "issuer":"api.usps.com","client_id":"EXAMPLE-CLIENT","api_products":"[EXAMPLE]"}
/// ```
///
/// Source: USPS/api-examples `README.md`.
pub static USPS: Dialect = Dialect::like(&APIGEE, "usps", Evidence::Documented)
    .by("USPS")
    .with_quirks("numbers are strings; issued_at is in milliseconds")
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"])]);
