//! Stellantis.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `psa-mobile`: the login of the mobile apps of Peugeot, Citroën and their sisters.
///
/// Older responses have `accessToken` instead of `token`. Error responses have status 200.
///
/// ```json
/// {"returnCode":"OK","token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: flobz/psa_car_controller issues 307 and 994.
pub static PSA_MOBILE: Dialect = Dialect::bare("psa-mobile", "Stellantis", Evidence::Tested)
    .with_quirks("returnCode OK means success; no expiry")
    .access_token(paths!["token", "accessToken"])
    .ok_when("returnCode", &["\"OK\""])
    .errors(
        &ErrorShape::RFC6749
            .code(paths!["returnCode"])
            .remedies(&[("AUTHENTICATION_FAILED", Remedy::Reauthenticate)]),
    );
