//! TikTok.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, Place, TimeRule, paths};

use crate::envelope::ENVELOPE;

/// `tiktok-v2`: the second version of TikTok's user tokens.
///
/// An error response may have status 200, or be plain text.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":86400,"open_id":"example","refresh_expires_in":31536000,
///  "refresh_token":"EXAMPLE-REFRESH","scope":"user.info.basic,video.list","token_type":"Bearer"}
/// ```
///
/// Source: developers.tiktok.com, "User Access Token Management", "Error Handling".
pub static TIKTOK_V2: Dialect = Dialect::oauth2("tiktok-v2", "TikTok", Evidence::Documented)
    .with_quirks("comma scopes; refresh_expires_in; error responses may have status 200")
    .scopes_separated_by(&[','])
    .subject(paths!["open_id"])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_expires_in"])]);

/// `tiktok-v1`: the first version of TikTok's user tokens.
///
/// `error_code` is 0 beside a token, and `description` empty. An error response has status 200.
///
/// ```json
/// {"data":{"access_token":"EXAMPLE-ACCESS","captcha":"","desc_url":"","description":"","error_code":0,
///  "expires_in":86400,"open_id":"example","refresh_expires_in":31536000,"refresh_token":"EXAMPLE-REFRESH",
///  "scope":"user.info.basic"},"message":"success"}
/// ```
///
/// Source: developers.tiktok.com, "Manage Legacy User Access Tokens (OAuth v1)".
pub static TIKTOK_V1: Dialect = Dialect::like(&TIKTOK_V2, "tiktok-v1", Evidence::Documented)
    .with_quirks("an envelope with the error code in it; comma scopes; error responses have status 200")
    .envelope("data")
    .ok_when("message", &["\"success\""])
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["data/error_code"])
            .code(paths!["data/error_code"])
            .description(paths!["data/description"]),
    );

/// `tiktok-business`: long-term tokens of the Business API.
///
/// Some scopes are numbers above 2^53. No expiry is stated: the token lives until it is revoked. It is sent in the
/// header `Access-Token`.
///
/// ```json
/// {"code":0,"message":"OK","request_id":"example",
///  "data":{"access_token":"EXAMPLE-ACCESS","scope":[4,7],"advertiser_ids":["1"]}}
/// ```
///
/// Source: business-api.tiktok.com, "Get a long-term access token", "Return codes".
pub static TIKTOK_BUSINESS: Dialect = Dialect::like(&ENVELOPE, "tiktok-business", Evidence::Documented)
    .with_quirks("an envelope; scopes are numbers; no expiry; error responses have status 200")
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("40002", Remedy::FixRequest),
        ("40100", Remedy::Retry),
        ("40105", Remedy::Reauthenticate),
        ("40110", Remedy::Reauthenticate),
        ("40131", Remedy::Reauthenticate),
    ]));

/// `tiktok-merchant`: the merchant APIs.
///
/// The documents, too, call `expires_in` and `refresh_expires_in` epochs.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":1767657600,"refresh_expires_in":1924905600,
///  "refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: developers.tiktok.com, "Obtain Access Token for APIs".
pub static TIKTOK_MERCHANT: Dialect = Dialect::oauth2("tiktok-merchant", "TikTok", Evidence::Documented)
    .with_quirks("expires_in and refresh_expires_in are epochs")
    .expires_at(&[TimeRule::epoch(paths!["expires_in"])])
    .refresh_token_expires_at(&[TimeRule::epoch(paths!["refresh_expires_in"])]);

/// `tiktok-shop`: the Partner API of TikTok Shop.
///
/// The refresh token's expiry is a hundred years away. Client libraries keep the object without its envelope, so it is
/// decoded at the top level too. The token is sent in the header `x-tts-access-token`.
///
/// ```json
/// {"code":0,"message":"success","request_id":"example","data":{"access_token":"EXAMPLE-ACCESS",
///  "access_token_expire_in":1767830400,"refresh_token":"EXAMPLE-REFRESH","refresh_token_expire_in":4859107200,
///  "open_id":"example","granted_scopes":["seller.order.info"]}}
/// ```
///
/// Source: example-code.com, "TikTok Shop OAuth2 access token"; public clients that keep `access_token_expire_in`;
/// EcomPHP/tiktokshop-php pull request 15 (codes).
pub static TIKTOK_SHOP: Dialect = Dialect::like(&SHOP_TOKEN, "tiktok-shop", Evidence::Unverified)
    .with_quirks("an envelope or none; access_token_expire_in is an epoch; scopes are in granted_scopes")
    .detected_by(&[
        "access_token_expire_in",
        "refresh_token_expire_in",
        "data/seller_base_region+data/access_token_expire_in",
    ])
    .envelope("data")
    .related(&[Place::like(&SHOP_TOKEN)])
    .ok_when("code", &["0"])
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("105002", Remedy::Reauthenticate),
        ("36004001", Remedy::Reauthenticate),
        ("36004004", Remedy::Reauthenticate),
        ("36004005", Remedy::Reauthenticate),
    ]));

/// A token of TikTok Shop, without its envelope.
const SHOP_TOKEN: Dialect = Dialect::RFC6749
    .by("TikTok")
    .scopes(paths!["granted_scopes"])
    .subject(paths!["open_id"])
    .expires_at(&[TimeRule::epoch(paths!["access_token_expire_in"])])
    .refresh_token_expires_at(&[TimeRule::epoch(paths!["refresh_token_expire_in"])])
    .authorization(Authorization::None);
