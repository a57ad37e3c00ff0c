//! DingTalk.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

use crate::errcode::ERRCODE;

/// `dingtalk-v1`: `api.dingtalk.com/v1.0/oauth2`, a user's token and an app's.
///
/// No `token_type` is sent: the token goes into the header `x-acs-dingtalk-access-token`. An error response has a word
/// in `code`.
///
/// ```json
/// {"accessToken":"EXAMPLE-ACCESS","refreshToken":"EXAMPLE-REFRESH","expireIn":7200,"corpId":"example"}
/// ```
///
/// Source: open.dingtalk.com, "Obtain user token", "Obtain the accessToken of an internal app".
pub static DINGTALK_V1: Dialect = Dialect::bare("dingtalk-v1", "DingTalk", Evidence::Documented)
    .with_quirks("camelCase; the lifetime is expireIn; no Authorization header")
    .detected_by(&["expireIn"])
    .access_token(paths!["accessToken"])
    .refresh_token(paths!["refreshToken"])
    .resource(paths!["corpId"])
    .expires_at(&[TimeRule::seconds(paths!["expireIn"])])
    .authorization(Authorization::None)
    .errors(&ErrorShape::RFC6749.error_when(paths!["code"]).remedies(&[
        ("invalidClientIdOrSecret", Remedy::FixClient),
        ("invalidParameter.authCode.notFound", Remedy::Reauthenticate),
    ]));

/// `dingtalk-legacy`: `oapi.dingtalk.com/gettoken`.
///
/// An error response has status 200. The token goes into the query string.
///
/// ```json
/// {"errcode":0,"access_token":"EXAMPLE-ACCESS","errmsg":"ok","expires_in":7200}
/// ```
///
/// Source: open.dingtalk.com, "gettoken", "Global error codes".
pub static DINGTALK_LEGACY: Dialect = Dialect::oauth2("dingtalk-legacy", "DingTalk", Evidence::Documented)
    .with_quirks("errcode 0 means success; no Authorization header")
    .authorization(Authorization::None)
    .ok_when("errcode", &["0"])
    .errors(&ERRCODE.remedies(&[
        ("-1", Remedy::Retry),
        ("40078", Remedy::Reauthenticate),
        ("40089", Remedy::FixClient),
    ]));
