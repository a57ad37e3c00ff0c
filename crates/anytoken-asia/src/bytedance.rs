//! ByteDance.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `douyin`: the Open Platform, a user's token (`access_token`) and an app's (`client_token`).
///
/// The documents have every number as a string; responses have numbers. No `token_type` is sent: the token goes into
/// the header `access-token`.
///
/// ```json
/// {"data":{"access_token":"EXAMPLE-ACCESS","description":"","error_code":0,"expires_in":1296000,"open_id":"example",
///  "refresh_expires_in":2592000,"refresh_token":"EXAMPLE-REFRESH","scope":"user_info,video.list"},"message":"success"}
/// ```
///
/// Source: developer.open-douyin.com, "Get access_token", "Refresh access_token", "Get client_token".
pub static DOUYIN: Dialect = Dialect::oauth2("douyin", "ByteDance", Evidence::Documented)
    .with_quirks("an envelope with the error code in it; comma scopes; no Authorization header")
    .envelope("data")
    .scopes_separated_by(&[','])
    .subject(paths!["open_id"])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_expires_in"])])
    .authorization(Authorization::None)
    .ok_when("data/error_code", &["0"])
    .errors(
        &ErrorShape::RFC6749
            .code(paths!["data/error_code"])
            .description(paths!["data/description"])
            .remedies(&[
                ("10002", Remedy::FixRequest),
                ("10003", Remedy::FixClient),
                ("10005", Remedy::FixRequest),
                ("10007", Remedy::Reauthenticate),
                ("10010", Remedy::Reauthenticate),
                ("10013", Remedy::FixClient),
                ("10020", Remedy::Reauthenticate),
            ]),
    );

/// `bytedance-miniapp`: the token of a mini program, `apps/v2/token`.
///
/// An error response has an empty token in `data`.
///
/// ```json
/// {"err_no":0,"err_tips":"success","data":{"access_token":"EXAMPLE-ACCESS","expires_in":7200}}
/// ```
///
/// Source: developer.open-douyin.com, "getAccessToken".
pub static BYTEDANCE_MINIAPP: Dialect =
    Dialect::oauth2("bytedance-miniapp", "ByteDance", Evidence::Documented)
        .with_quirks("an envelope; err_no 0 means success; error responses have an empty token")
        .detected_by(&["err_no", "err_tips"])
        .envelope("data")
        .ok_when("err_no", &["0"])
        .errors(&ErrorShape::RFC6749.description(paths!["err_tips"]).remedies(&[
            ("-1", Remedy::Retry),
            ("40015", Remedy::FixClient),
            ("40017", Remedy::FixClient),
            ("40020", Remedy::FixRequest),
        ]));
