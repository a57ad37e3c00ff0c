//! PayPal.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `paypal`: PayPal's token endpoint.
///
/// Some scopes are URLs with wildcards. The same token is sent until it expires, so `expires_in` is its remaining
/// lifetime. `nonce` begins with an instant, which is not the token's.
///
/// ```json
/// {"scope":"https://uri.paypal.com/services/invoicing https://api-m.paypal.com/v1/vault/credit-card/.*",
///  "access_token":"EXAMPLE-ACCESS","token_type":"Bearer","app_id":"APP-EXAMPLE","expires_in":31668,
///  "nonce":"2026-01-01T00:00:00ZEXAMPLE"}
/// ```
///
/// Source: developer.paypal.com, "Get an access token", "API responses".
pub static PAYPAL: Dialect = Dialect::oauth2("paypal", "PayPal", Evidence::Documented)
    .with_quirks("scopes are URLs; error responses have name and message")
    .errors(&ErrorShape::RFC6749.error_when(paths!["name"]).code(paths!["name"]).remedies(&[
        ("AUTHENTICATION_FAILURE", Remedy::FixClient),
        ("INVALID_REQUEST", Remedy::FixRequest),
        ("RATE_LIMIT_REACHED", Remedy::Retry),
        ("INTERNAL_SERVER_ERROR", Remedy::Retry),
    ]));
