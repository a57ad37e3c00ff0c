//! Southeast Asia.

use anytoken_core::Adapter;
use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&ZALO, &SHOPEE, &TOKOPEDIA, &GRAB];

/// `zalo`: Zalo, for users and for Official Accounts.
///
/// Lifetimes are strings. No `token_type`: the token goes into a header `access_token`, and with Bearer the caller is
/// anonymous. An error response comes with status 200, a negative number in `error`, a text in `error_description` or
/// only in `error_name`, and perhaps an empty token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","expires_in":"90000",
///  "refresh_token_expires_in":"7776000"}
/// ```
///
/// Source: developers.zalo.me, "Social API v4, access token"; public integration notes, from memory for the error
/// responses.
pub static ZALO: Dialect = Dialect {
    id: "zalo",
    vendor: "Zalo",
    quirks: "lifetimes are strings; its own header; error is a negative number",
    expires: &[TimeRule::seconds(paths!["expires_in"]).text()],
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"]).text()],
    scheme: Some(""),
    errors: ErrorShape {
        description: paths!["error_description", "error_name", "message"],
        uri: paths!["ref_doc"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `shopee`: the Shopee Open Platform, version 2.
///
/// The lifetime is in `expire_in`. `error` and `message` are there with every token, and empty. A refreshed token
/// names its one shop; the first is for all of `shop_id_list` and `merchant_id_list`, which are kept.
///
/// ```json
/// {"refresh_token":"EXAMPLE-REFRESH","access_token":"EXAMPLE-ACCESS","expire_in":14400,"request_id":"example",
///  "error":"","message":"","partner_id":1,"shop_id":2}
/// ```
///
/// Source: open.shopee.com, "v2.public.get_access_token", "v2.public.refresh_access_token".
pub static SHOPEE: Dialect = Dialect {
    id: "shopee",
    vendor: "Shopee",
    quirks: "expire_in; an empty error means success; one shop or several",
    signature: &["partner_id", "shop_id_list", "merchant_id_list"],
    resource: paths!["shop_id", "merchant_id"],
    client_id: paths!["partner_id"],
    expires: &[TimeRule::seconds(paths!["expire_in"])],
    scheme: Some(""),
    errors: ErrorShape { description: paths!["message"], ..ErrorShape::STANDARD },
    ..Dialect::STANDARD
};

/// `tokopedia`: Tokopedia.
///
/// The token begins with `c:`, which belongs to it. It is shared: the lifetime is what is left.
///
/// ```json
/// {"access_token":"c:EXAMPLE-ACCESS","event_code":"","expires_in":1234567,"last_login_type":"","sq_check":false,
///  "token_type":"Bearer"}
/// ```
///
/// Source: a captured fixture in public Python code.
pub static TOKOPEDIA: Dialect =
    Dialect { id: "tokopedia", vendor: "Tokopedia", quirks: "a prefix in the token", ..Dialect::STANDARD };

/// `grab`: GrabID.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":604799,"id_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"Bearer"}
/// ```
///
/// Source: developer.grab.com, "GrabID OAuth2".
pub static GRAB: Dialect = Dialect { id: "grab", vendor: "Grab", ..Dialect::STANDARD };
