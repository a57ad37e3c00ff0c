//! Pinduoduo.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, Place, TimeRule, paths};

/// `pinduoduo`: `pdd.pop.auth.token.create` and `pdd.pop.auth.token.refresh`.
///
/// `scope` is an array of methods. The rights of the levels `w1` and `w2` have lifetimes of their own. An error
/// response has status 200.
///
/// ```json
/// {"pop_auth_token_create_response":{"access_token":"EXAMPLE-ACCESS","expires_at":1767312000,"expires_in":86400,
///  "owner_id":"example","refresh_token":"EXAMPLE-REFRESH","refresh_token_expires_at":1769817600,
///  "refresh_token_expires_in":2592000,"scope":["pdd.goods.list.get"]}}
/// ```
///
/// Source: open.pinduoduo.com, "pdd.pop.auth.token.create", "pdd.pop.auth.token.refresh", error sample.
pub static PINDUODUO: Dialect = Dialect::like(&OWNER, "pinduoduo", Evidence::Documented)
    .by("Pinduoduo")
    .with_quirks("an envelope named after the method; absolute expiries beside lifetimes; scope is an array")
    .detected_by(&["pop_auth_token_create_response", "pop_auth_token_refresh_response"])
    .envelope("pop_auth_token_create_response")
    .related(&[Place::like(&OWNER).envelope("pop_auth_token_refresh_response")]);

/// The token of a shop's owner.
const OWNER: Dialect = Dialect::RFC6749
    .subject(paths!["owner_id"])
    .expires_at(&[TimeRule::epoch(paths!["expires_at"]), TimeRule::seconds(paths!["expires_in"])])
    .refresh_token_expires_at(&[
        TimeRule::epoch(paths!["refresh_token_expires_at"]),
        TimeRule::seconds(paths!["refresh_token_expires_in"]),
    ])
    .authorization(Authorization::None)
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["error_response"])
            .code(paths!["error_response/error_code"])
            .description(paths!["error_response/error_msg"])
            .remedies(&[("10001", Remedy::FixRequest)]),
    );
