//! Shopee.

use anytoken_core::dialect::{Authorization, Dialect, Evidence, TimeRule, paths};

/// `shopee`: the Shopee Open Platform, version 2.
///
/// `error` and `message` are sent beside a token, and empty. The first token is for all of `shop_id_list` and
/// `merchant_id_list`, and a refreshed one for one shop.
///
/// ```json
/// {"refresh_token":"EXAMPLE-REFRESH","access_token":"EXAMPLE-ACCESS","expire_in":14400,"request_id":"example",
///  "error":"","message":"","partner_id":1,"shop_id":2}
/// ```
///
/// Source: open.shopee.com, "v2.public.get_access_token", "v2.public.refresh_access_token".
pub static SHOPEE: Dialect = Dialect::oauth2("shopee", "Shopee", Evidence::Documented)
    .with_quirks("the lifetime is in expire_in; an empty error means success; one shop or several")
    .detected_by(&["partner_id", "shop_id_list", "merchant_id_list"])
    .resource(paths!["shop_id", "merchant_id"])
    .client_id(paths!["partner_id"])
    .expires_at(&[TimeRule::seconds(paths!["expire_in"])])
    .authorization(Authorization::None);
