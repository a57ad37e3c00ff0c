//! Midtrans.

use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, paths};

/// `midtrans-snap`: the token of a payment page.
///
/// The token is for one payment, with status 201. `redirect_url` has the token at its end.
///
/// ```json
/// {"token":"EXAMPLE-PAYMENT","redirect_url":"https://app.example.com/snap/v4/redirection/EXAMPLE-PAYMENT"}
/// ```
///
/// Source: midtrans-client 1.4.3 for Node.js, `README.md`.
pub static MIDTRANS_SNAP: Dialect = Dialect::bare("midtrans-snap", "Midtrans", Evidence::Documented)
    .with_quirks("a token of one payment; no expiry; error responses are a list of texts")
    .access_token(paths!["token"])
    .authorization(Authorization::None)
    .errors(
        &ErrorShape::RFC6749.error_when(paths!["error_messages"]).description(paths!["error_messages/0"]),
    );
