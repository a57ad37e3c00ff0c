//! Taobao.

use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, Place, Special, TimeRule, paths};

/// `taobao`: sign-in at `oauth.taobao.com`.
///
/// Each of four levels of rights (`r1`, `r2`, `w1`, `w2`) has a lifetime of its own, which may be minutes.
/// `taobao_user_nick` is percent-encoded.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":86400,"expire_time":1767312000000,
///  "refresh_token":"EXAMPLE-REFRESH","re_expires_in":0,"refresh_token_valid_time":1767225600000,
///  "w2_expires_in":300,"w2_valid":1767225900000,"taobao_open_uid":"example"}
/// ```
///
/// Source: captured bodies with `refresh_token_valid_time`; python-social-auth/social-core
/// `social_core/tests/backends/test_taobao.py`.
pub static TAOBAO: Dialect = Dialect::like(&SESSION, "taobao", Evidence::Tested)
    .with_quirks(
        "absolute expiries in milliseconds; rights may expire earlier; refresh expiry 0 means expired",
    )
    .detected_by(&["taobao_open_uid", "taobao_user_id", "taobao_user_nick"]);

/// `taobao-top`: `taobao.top.auth.token.create` of the Taobao Open Platform.
///
/// `token_result` is a string that contains the token as JSON.
///
/// ```json
/// {"top_auth_token_create_response":{"token_result":
///  "{\"access_token\":\"EXAMPLE-ACCESS\",\"expires_in\":86400,\"expire_time\":1767312000000,\"re_expires_in\":0}"}}
/// ```
///
/// Source: public code that decodes `token_result` a second time; open.taobao.com, "taobao.top.auth.token.create"
/// (error responses).
pub static TAOBAO_TOP: Dialect = Dialect::like(&SESSION, "taobao-top", Evidence::Unverified)
    .with_quirks(
        "JSON in a string in an envelope; absolute expiries in milliseconds; refresh expiry 0 means expired",
    )
    .detected_by(&["top_auth_token_create_response", "top_auth_token_refresh_response"])
    .envelope("top_auth_token_create_response/token_result")
    .json_string("top_auth_token_create_response/token_result")
    .related(&[Place::like(&SESSION)
        .envelope("top_auth_token_refresh_response/token_result")
        .json_string("top_auth_token_refresh_response/token_result")])
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["error_response"])
            .code(paths!["error_response/code"])
            .description(paths!["error_response/sub_msg", "error_response/msg"]),
    );

/// A token of Taobao: absolute expiries beside lifetimes, and no header.
const SESSION: Dialect = Dialect::RFC6749
    .by("Taobao")
    .subject(paths!["taobao_open_uid", "taobao_user_id"])
    .expires_at(&[
        TimeRule::epoch_milliseconds(paths!["expire_time"]),
        TimeRule::seconds(paths!["expires_in"]),
    ])
    .refresh_token_expires_at(&[
        TimeRule::epoch_milliseconds(paths!["refresh_token_valid_time"]),
        TimeRule::seconds(paths!["re_expires_in"]).when(&[("0", Special::Seconds(0))]),
    ])
    .authorization(Authorization::None);
