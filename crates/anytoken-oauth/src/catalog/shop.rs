//! Shop systems.

use anytoken_core::Adapter;
use anytoken_core::dialect::{Dialect, ErrorShape, Never, TimeRule, paths};

use crate::OAUTH1;

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[
    &BIGCOMMERCE,
    &BIGCOMMERCE_VAULT,
    &MAGENTO,
    &MAGENTO_OAUTH1,
    &PLENTYMARKETS,
    &ECWID,
    &LIGHTSPEED_X,
    &SQUARESPACE,
];

/// `bigcommerce`: access to a store.
///
/// The token is permanent, and is sent as `X-Auth-Token`. `context` is the path of the store to call. `user` is who
/// granted it, `owner` whose store it is.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","scope":"store_v2_orders store_v2_products","user":{"id":24654},
///  "owner":{"id":12345},"context":"stores/example"}
/// ```
///
/// Source: bigcommerce/docs `docs/integrations/apps/guide/auth.mdx`.
pub static BIGCOMMERCE: Dialect = Dialect {
    id: "bigcommerce",
    vendor: "BigCommerce",
    quirks: "no expires_in means never; context is the store's path; no Authorization header",
    subject: paths!["user/id"],
    never: &[Never::Silence],
    scheme: Some(""),
    ..Dialect::STANDARD
};

/// `bigcommerce-vault`: the token of stored payment instruments.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_at":1767229200}
/// ```
///
/// Source: bigcommerce/docs `examples/vault.json`.
pub static BIGCOMMERCE_VAULT: Dialect = Dialect {
    id: "bigcommerce-vault",
    vendor: "BigCommerce",
    quirks: "expires_at is an epoch",
    expires: &[TimeRule::epoch(paths!["expires_at"])],
    ..Dialect::STANDARD
};

/// `magento`: the token of a customer or an administrator of Adobe Commerce.
///
/// The body is the token: a JSON string, bare text as the documents print it, or as XML the text of the root element.
/// Its lifetime is the shop's setting, and not sent. An error response has a `message` and no code.
///
/// ```xml
/// <?xml version="1.0"?><response>EXAMPLE-ACCESS</response>
/// ```
///
/// Source: AdobeDocs/commerce-webapi `gs-authentication-token.md`.
pub static MAGENTO: Dialect = Dialect {
    id: "magento",
    vendor: "Adobe",
    quirks: "the body is the token; errors are a message",
    access_token: paths!["#text"],
    errors: ErrorShape {
        signs: paths!["message", "error"],
        description: paths!["message", "error_description", "error/message"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `magento-oauth1`: an integration of Adobe Commerce, by OAuth 1.0a.
///
/// ```text
/// oauth_token=EXAMPLE-TOKEN&oauth_token_secret=EXAMPLE-SECRET
/// ```
///
/// Source: AdobeDocs/commerce-webapi `gs-authentication-oauth.md`.
pub static MAGENTO_OAUTH1: Dialect =
    Dialect { id: "magento-oauth1", vendor: "Adobe", quirks: "like oauth1", ..OAUTH1 };

/// `plentymarkets`: the REST API of plentymarkets.
///
/// ```json
/// {"accessToken":"EXAMPLE-ACCESS","tokenType":"Bearer","expiresIn":86400,"refreshToken":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: requests/requests-oauthlib `tests/test_compliance_fixes.py`.
pub static PLENTYMARKETS: Dialect = Dialect {
    id: "plentymarkets",
    vendor: "plentymarkets",
    quirks: "camelCase",
    access_token: paths!["accessToken"],
    token_type: paths!["tokenType"],
    expires: &[TimeRule::seconds(paths!["expiresIn"])],
    refresh_token: paths!["refreshToken"],
    ..Dialect::STANDARD
};

/// `ecwid`: access to a store.
///
/// `access_token` is the secret one; `public_token` is another, for storefronts, and is kept. `store_id` is the
/// subject, and is needed in every address.
///
/// ```json
/// {"access_token":"EXAMPLE-SECRET","token_type":"Bearer","scope":"read_profile read_orders","store_id":1003,
///  "public_token":"EXAMPLE-PUBLIC"}
/// ```
///
/// Source: api-docs.ecwid.com, "Getting access token", from memory; docs.ecwid.com, "App settings".
pub static ECWID: Dialect = Dialect {
    id: "ecwid",
    vendor: "Ecwid",
    quirks: "a public token beside the secret one; the store is the subject",
    subject: paths!["store_id"],
    ..Dialect::STANDARD
};

/// `lightspeed-x`: Lightspeed X-Series, once Vend.
///
/// `expires` is an absolute epoch, beside the lifetime in `expires_in`. `domain_prefix`, the host to call, comes in
/// the redirect, or in the body as well.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires":1767312000,"expires_in":86400,
///  "refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: docs.vendhq.com, "Authorization".
pub static LIGHTSPEED_X: Dialect = Dialect {
    id: "lightspeed-x",
    vendor: "Lightspeed",
    quirks: "expires is an epoch, beside expires_in",
    api_url: paths!["domain_prefix"],
    expires: &[TimeRule::epoch(paths!["expires"]), TimeRule::seconds(paths!["expires_in"])],
    ..Dialect::STANDARD
};

/// `squarespace`: access to a site.
///
/// Both expiries are epochs with a fraction.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","access_token_expires_at":1767227400.79,"account_id":"EXAMPLE-ACCOUNT",
///  "refresh_token":"EXAMPLE-REFRESH","refresh_token_expires_at":1767830400.79,"token_type":"bearer"}
/// ```
///
/// Source: developers.squarespace.com, "OAuth", from memory.
pub static SQUARESPACE: Dialect = Dialect {
    id: "squarespace",
    vendor: "Squarespace",
    quirks: "expiries are epochs with a fraction",
    signature: &["access_token_expires_at"],
    subject: paths!["account_id"],
    expires: &[TimeRule::epoch(paths!["access_token_expires_at"])],
    refresh_token_expires: &[TimeRule::epoch(paths!["refresh_token_expires_at"])],
    ..Dialect::STANDARD
};
