//! Mastercard.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, paths};

/// `finicity`: `aggregation/v2/partners/authentication` of Mastercard Open Finance, which was Finicity.
///
/// The token lives for two hours, which the response does not say. It is sent in the header `Finicity-App-Token`.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: developer.mastercard.com, Open Finance, "Create Access Token"; docs.finicity.com, "API Errors".
pub static FINICITY: Dialect = Dialect::bare("finicity", "Mastercard", Evidence::Documented)
    .with_quirks("token is the only member; no expiry; no Authorization header")
    .access_token(paths!["token"])
    .authorization(Authorization::None)
    .errors(
        &ErrorShape::RFC6749.remedies(&[("10005", Remedy::FixRequest), ("10023", Remedy::Reauthenticate)]),
    );
