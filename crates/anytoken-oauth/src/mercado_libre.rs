//! Mercado Libre.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `mercadolibre`: Mercado Libre's token endpoint.
///
/// A refresh token works once. An error response also has `status` and `cause`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":21600,"scope":"offline_access read write",
///  "user_id":1234567,"refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: developers.mercadolibre.com, "Authentication and Authorization".
pub static MERCADOLIBRE: Dialect = Dialect::like(&MERCADO, "mercadolibre", Evidence::Documented)
    .with_quirks("the subject is user_id; error responses may have message instead of error_description");

/// `mercadopago`: Mercado Pago's token endpoint.
///
/// `live_mode` distinguishes production from test.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":15552000,"scope":"read write offline_access",
///  "user_id":1234567,"refresh_token":"EXAMPLE-REFRESH","public_key":"EXAMPLE-PUBLIC","live_mode":true}
/// ```
///
/// Source: mercadopago.com, "OAuth", "Create token".
pub static MERCADOPAGO: Dialect = Dialect::like(&MERCADO, "mercadopago", Evidence::Documented)
    .with_quirks("the subject is user_id, a number; live_mode and public_key are beside the token");

/// The base of both endpoints: the user's id beside the token, and error responses with a message.
const MERCADO: Dialect = Dialect::RFC6749.by("Mercado Libre").subject(paths!["user_id"]);
