//! TikTok and its vendor's other platforms.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] =
    &[&TIKTOK_V2, &TIKTOK_V1, &TIKTOK_BUSINESS, &OCEANENGINE, &TIKTOK_MERCHANT, &TIKTOK_SHOP];

/// `tiktok-v2`: the second version of TikTok's user tokens.
///
/// Scopes are separated by commas; the refresh token's lifetime is in `refresh_expires_in`. An error response may come
/// with status 200, or as plain text.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":86400,"open_id":"example","refresh_expires_in":31536000,
///  "refresh_token":"EXAMPLE-REFRESH","scope":"user.info.basic,video.list","token_type":"Bearer"}
/// ```
///
/// Source: developers.tiktok.com, "User Access Token Management", "Error Handling".
pub static TIKTOK_V2: Dialect = Dialect {
    id: "tiktok-v2",
    vendor: "TikTok",
    quirks: "comma scopes; refresh_expires_in; errors with status 200",
    subject: paths!["open_id"],
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_expires_in"])],
    scope_separators: &[','],
    ..Dialect::STANDARD
};

/// `tiktok-v1`: the first version of TikTok's user tokens.
///
/// In `data`, with an `error_code` of 0; an error response has another, and status 200. `message` says `success` or
/// `error`.
///
/// ```json
/// {"data":{"access_token":"EXAMPLE-ACCESS","captcha":"","desc_url":"","description":"","error_code":0,
///  "expires_in":86400,"open_id":"example","refresh_expires_in":31536000,"refresh_token":"EXAMPLE-REFRESH",
///  "scope":"user.info.basic"},"message":"success"}
/// ```
///
/// Source: developers.tiktok.com, "Manage Legacy User Access Tokens (OAuth v1)".
pub static TIKTOK_V1: Dialect = Dialect {
    id: "tiktok-v1",
    quirks: "an envelope with the error code inside; comma scopes; refresh_expires_in",
    at: "data",
    success: Some((FieldPath::new("message"), &["\"success\""])),
    errors: ErrorShape {
        signs: paths!["data/error_code", "error"],
        code: paths!["data/error_code", "error"],
        description: paths!["data/description", "error_description"],
        ..ErrorShape::STANDARD
    },
    ..TIKTOK_V2
};

/// `tiktok-business`: long-term tokens of the Business API.
///
/// Scopes are numbers, some above 2^53. No expiry is stated: the token lives until revoked. It is sent in a header of
/// its own, `Access-Token`.
///
/// ```json
/// {"code":0,"message":"OK","request_id":"example",
///  "data":{"access_token":"EXAMPLE-ACCESS","scope":[4,7],"advertiser_ids":["1"]}}
/// ```
///
/// Source: business-api.tiktok.com, "Get a long-term access token", "Return codes".
pub static TIKTOK_BUSINESS: Dialect = Dialect {
    id: "tiktok-business",
    quirks: "an envelope; scopes are numbers; errors with status 200",
    errors: ErrorShape {
        remedies: &[
            ("40002", Remedy::FixRequest),
            ("40100", Remedy::Retry),
            ("40105", Remedy::Reauthenticate),
            ("40110", Remedy::Reauthenticate),
            ("40131", Remedy::Reauthenticate),
        ],
        ..ENVELOPE.errors
    },
    ..ENVELOPE
};

/// `oceanengine`: the advertising platform Ocean Engine.
///
/// Like TikTok's Business API, with `refresh_token_expires_in`; it too has the header `Access-Token`.
///
/// ```json
/// {"code":0,"message":"OK","request_id":"example",
///  "data":{"access_token":"EXAMPLE-ACCESS","advertiser_id":1,"expires_in":86399,"refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_expires_in":2591999}}
/// ```
///
/// Source: a captured body of `ad.oceanengine.com/open_api/oauth2/access_token/` in public code.
pub static OCEANENGINE: Dialect = Dialect {
    id: "oceanengine",
    vendor: "Ocean Engine",
    quirks: "an envelope; refresh_token_expires_in",
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"])],
    ..ENVELOPE
};

/// `tiktok-merchant`: the merchant APIs.
///
/// `expires_in` and `refresh_expires_in` are epochs, and documented as such.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":1767657600,"refresh_expires_in":1924905600,
///  "refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: developers.tiktok.com, "Obtain Access Token for APIs".
pub static TIKTOK_MERCHANT: Dialect = Dialect {
    id: "tiktok-merchant",
    vendor: "TikTok",
    quirks: "expires_in and refresh_expires_in are epochs",
    expires: &[TimeRule::epoch(paths!["expires_in"])],
    refresh_token_expires: &[TimeRule::epoch(paths!["refresh_expires_in"])],
    ..Dialect::STANDARD
};

/// `tiktok-shop`: the Partner API of TikTok Shop.
///
/// `access_token_expire_in` and `refresh_token_expire_in` are epochs, the latter a hundred years away. The object in
/// `data` is read without its envelope as well, as client libraries keep it. The token is sent in a header of its
/// own, `x-tts-access-token`.
///
/// ```json
/// {"code":0,"message":"success","request_id":"example","data":{"access_token":"EXAMPLE-ACCESS",
///  "access_token_expire_in":1767830400,"refresh_token":"EXAMPLE-REFRESH","refresh_token_expire_in":4859107200,
///  "open_id":"example","granted_scopes":["seller.order.info"]}}
/// ```
///
/// Source: example-code.com, "TikTok Shop OAuth2 access token"; public clients that keep `access_token_expire_in`;
/// EcomPHP/tiktokshop-php pull request 15 (codes).
pub static TIKTOK_SHOP: Dialect = Dialect {
    also: &[Dialect { at: "", ..TIKTOK_SHOP_ENTRY }],
    signature: &["access_token_expire_in", "refresh_token_expire_in"],
    ..TIKTOK_SHOP_ENTRY
};

/// The token of TikTok Shop, with its envelope or without.
const TIKTOK_SHOP_ENTRY: Dialect = Dialect {
    id: "tiktok-shop",
    quirks: "an envelope; *_expire_in are epochs; scopes in granted_scopes",
    scope: paths!["granted_scopes"],
    subject: paths!["open_id"],
    expires: &[TimeRule::epoch(paths!["access_token_expire_in"])],
    refresh_token_expires: &[TimeRule::epoch(paths!["refresh_token_expire_in"])],
    errors: ErrorShape {
        remedies: &[
            ("105002", Remedy::Reauthenticate),
            ("36004001", Remedy::Reauthenticate),
            ("36004004", Remedy::Reauthenticate),
            ("36004005", Remedy::Reauthenticate),
        ],
        ..ENVELOPE.errors
    },
    ..ENVELOPE
};

/// The envelope of `code`, `message` and `data`, with tokens that make no `Authorization` header.
const ENVELOPE: Dialect = Dialect {
    vendor: "TikTok",
    at: "data",
    scheme: Some(""),
    success: Some((FieldPath::new("code"), &["0"])),
    errors: ErrorShape {
        code: paths!["code", "error"],
        description: paths!["message", "error_description"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};
