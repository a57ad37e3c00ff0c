//! Tencent.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, Place, TimeRule, Wire, paths};

use crate::errcode::ERRCODE;

/// `wechat-oauth`: sign-in with WeChat, on websites, in apps and on pages of Official Accounts.
///
/// No `token_type` is sent: the token goes into the query string. `openid` identifies the user within one app,
/// `unionid` within all apps of one developer. If `is_snapshotuser` is 1, both are virtual and identify nobody.
/// `errcode` is not sent beside a token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":7200,"refresh_token":"EXAMPLE-REFRESH","openid":"example",
///  "scope":"snsapi_base,snsapi_userinfo","unionid":"example"}
/// ```
///
/// Source: developers.weixin.qq.com, "Website App WeChat Login", "Official Accounts web page authorization", "Return
/// codes".
pub static WECHAT_OAUTH: Dialect = Dialect::like(&WECHAT, "wechat-oauth", Evidence::Documented)
    .with_quirks("JSON as text/plain; comma scopes; two ids of the user; error responses have status 200")
    .detected_by(&["is_snapshotuser"])
    .scopes_separated_by(&[','])
    .subject(paths!["openid"]);

/// `wechat-official-account`: the token of an Official Account or a mini program for its own server.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":7200}
/// ```
///
/// Source: developers.weixin.qq.com, "Get access_token".
pub static WECHAT_OFFICIAL_ACCOUNT: Dialect =
    Dialect::like(&WECHAT, "wechat-official-account", Evidence::Documented)
        .with_quirks("no Authorization header; error responses have errcode, with status 200");

/// `wechat-component`: a third-party platform's own token, and those of the accounts that it acts for.
///
/// `component_access_token` is the platform's token. An account's token is in `authorization_info` when it is first
/// issued, with the account that it is for, and at the top level when it is refreshed. Scopes are numbers in the
/// objects of `func_info`.
///
/// ```json
/// {"authorization_info":{"authorizer_appid":"example","authorizer_access_token":"EXAMPLE-ACCESS","expires_in":7200,
///  "authorizer_refresh_token":"EXAMPLE-REFRESH","func_info":[{"funcscope_category":{"id":1}}]}}
/// ```
///
/// Source: developers.weixin.qq.com, third-party platforms, `api_component_token`, `api_query_auth`,
/// `api_authorizer_token`.
pub static WECHAT_COMPONENT: Dialect = Dialect::like(&AUTHORIZER, "wechat-component", Evidence::Documented)
    .with_quirks("the platform's token and an account's have names of their own; scopes are in objects")
    .detected_by(&[
        "component_access_token",
        "authorizer_access_token",
        "authorizer_refresh_token",
        "authorization_info",
    ])
    .related(&[
        Place::like(&AUTHORIZER)
            .envelope("authorization_info")
            .scopes(paths!["func_info/*/funcscope_category/id"]),
        Place::BARE
            .access_token(paths!["component_access_token"])
            .expires_at(&[TimeRule::seconds(paths!["expires_in"])])
            .authorization(Authorization::None),
    ]);

/// `wecom`: WeCom, which was WeChat Work: an app's token, a provider's or a suite's.
///
/// `errcode` 0 and `errmsg` `ok` are sent beside every token. The text of an error response has the caller's address.
///
/// ```json
/// {"errcode":0,"errmsg":"ok","access_token":"EXAMPLE-ACCESS","expires_in":7200}
/// ```
///
/// Source: developer.work.weixin.qq.com, "Get access_token", "Get provider_access_token", "Get suite_access_token",
/// "Global error codes".
pub static WECOM: Dialect = Dialect::oauth2("wecom", "Tencent", Evidence::Documented)
    .with_quirks("errcode 0 means success; three names for the token; no Authorization header")
    .detected_by(&["provider_access_token", "suite_access_token"])
    .access_token(paths!["access_token", "provider_access_token", "suite_access_token"])
    .authorization(Authorization::None)
    .ok_when("errcode", &["0"])
    .errors(&ERRCODE.remedies(&[
        ("-1", Remedy::Retry),
        ("40001", Remedy::FixClient),
        ("40013", Remedy::FixClient),
        ("40080", Remedy::FixClient),
        ("40083", Remedy::FixClient),
        ("40084", Remedy::Reauthenticate),
        ("45009", Remedy::Retry),
        ("60020", Remedy::FixClient),
    ]));

/// `qq`: sign-in with QQ.
///
/// The body is a form, sent as `text/html`, or JSON if the client requests `fmt=json`. `openid` is beside the token if
/// the client requests it. An error response has status 200 and is JSONP, or a form of `code` and `msg`.
///
/// ```text
/// access_token=EXAMPLE-ACCESS&expires_in=7776000&refresh_token=EXAMPLE-REFRESH
/// ```
///
/// Source: wiki.connect.qq.com, "Using Authorization_Code to get Access_Token", "Public return codes".
pub static QQ: Dialect = Dialect::oauth2("qq", "Tencent", Evidence::Documented)
    .with_quirks("a form; error responses are JSONP with status 200")
    .wire(Wire::Form)
    .subject(paths!["openid"])
    .authorization(Authorization::None)
    .errors(&ErrorShape::RFC6749.error_when(paths!["code"]).remedies(&[
        ("100000", Remedy::FixRequest),
        ("100001", Remedy::FixRequest),
        ("100002", Remedy::FixRequest),
        ("100004", Remedy::FixRequest),
        ("100005", Remedy::FixRequest),
        ("100006", Remedy::FixRequest),
        ("100008", Remedy::FixClient),
        ("100009", Remedy::FixClient),
        ("100010", Remedy::FixRequest),
        ("100011", Remedy::FixClient),
        ("100014", Remedy::Reauthenticate),
        ("100015", Remedy::Reauthenticate),
        ("100019", Remedy::Reauthenticate),
        ("100020", Remedy::Reauthenticate),
        ("100030", Remedy::Interact),
    ]));

/// A token of WeChat with the names of RFC 6749.
const WECHAT: Dialect =
    Dialect::RFC6749.by("Tencent").authorization(Authorization::None).errors(&WECHAT_ERRORS);

/// The token of an account that a platform acts for.
const AUTHORIZER: Dialect = Dialect::BARE
    .by("Tencent")
    .access_token(paths!["authorizer_access_token"])
    .refresh_token(paths!["authorizer_refresh_token"])
    .resource(paths!["authorizer_appid"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"])])
    .authorization(Authorization::None)
    .errors(&WECHAT_ERRORS);

/// WeChat's error responses: 400xx is a wrong value, 410xx a missing one, 420xx one that has expired.
const WECHAT_ERRORS: ErrorShape = ERRCODE.remedies(&[
    ("-1", Remedy::Retry),
    ("40001", Remedy::FixClient),
    ("40002", Remedy::FixRequest),
    ("40013", Remedy::FixClient),
    ("40029", Remedy::Reauthenticate),
    ("40030", Remedy::Reauthenticate),
    ("40125", Remedy::FixClient),
    ("40163", Remedy::Reauthenticate),
    ("40164", Remedy::FixClient),
    ("41002", Remedy::FixRequest),
    ("41004", Remedy::FixRequest),
    ("41008", Remedy::FixRequest),
    ("42002", Remedy::Reauthenticate),
    ("42003", Remedy::Reauthenticate),
    ("45011", Remedy::Retry),
    ("61004", Remedy::FixClient),
    ("61023", Remedy::Reauthenticate),
]);
