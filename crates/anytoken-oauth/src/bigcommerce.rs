//! BigCommerce.

use anytoken_core::dialect::{Authorization, Dialect, Evidence, Special, TimeRule, paths};

/// `bigcommerce`: the token endpoint of BigCommerce, for a store.
///
/// The token is permanent and is sent in the header `X-Auth-Token`. `context` is the path of the store to call, `user`
/// the person who authorized the app, and `owner` the person who owns the store.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","scope":"store_v2_orders store_v2_products","user":{"id":24654},
///  "owner":{"id":12345},"context":"stores/example"}
/// ```
///
/// Source: bigcommerce/docs `docs/integrations/apps/guide/auth.mdx`.
pub static BIGCOMMERCE: Dialect = Dialect::oauth2("bigcommerce", "BigCommerce", Evidence::Documented)
    .with_quirks("no expires_in means never; no Authorization header; the path to call is in context")
    .subject(paths!["user/id"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).when_absent(Special::Never)])
    .authorization(Authorization::None);

/// `bigcommerce-vault`: the token of stored payment instruments.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_at":1767229200}
/// ```
///
/// Source: bigcommerce/docs `examples/vault.json`.
pub static BIGCOMMERCE_VAULT: Dialect =
    Dialect::oauth2("bigcommerce-vault", "BigCommerce", Evidence::Documented)
        .with_quirks("the expiry is in seconds since 1970, in expires_at")
        .expires_at(&[TimeRule::epoch(paths!["expires_at"])]);
