//! UPS.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

use crate::apigee::APIGEE;

/// `ups`: UPS's OAuth.
///
/// Lifetimes are in seconds, `issued_at` in milliseconds since 1970.
///
/// ```json
/// {"refresh_token_expires_in":"5183999","refresh_token_status":"approved","token_type":"Bearer",
///  "issued_at":"1767225600060","client_id":"EXAMPLE-CLIENT","access_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "refresh_token":"EXAMPLE-REFRESH","refresh_token_issued_at":"1767225600060","expires_in":"14399",
///  "status":"approved"}
/// ```
///
/// Source: UPS-API/api-documentation `OAuthAuthCode.yaml`, `OAuthClientCredentials.yaml`.
pub static UPS: Dialect = Dialect::like(&APIGEE, "ups", Evidence::Documented)
    .by("UPS")
    .with_quirks(
        "every number is a string; issued_at is in milliseconds; error responses are a list in response",
    )
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["response/errors"])
            .code(paths!["response/errors/0/code"])
            .description(paths!["response/errors/0/message"])
            .remedies(&[("10401", Remedy::FixClient)]),
    );
