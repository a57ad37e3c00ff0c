//! WeChat, WeCom and QQ.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, TimeRule, Wire, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] =
    &[&WECHAT_OAUTH, &WECHAT_OFFICIAL_ACCOUNT, &WECHAT_COMPONENT, &WECOM, &QQ];

/// `wechat-oauth`: sign-in with WeChat, on websites, in apps and on pages of Official Accounts.
///
/// JSON as `text/plain`, without `token_type`: the token goes into the query string. Scopes are separated by commas.
/// `openid` is of the app and the subject; `unionid`, of all apps of one developer, is kept. With `is_snapshotuser` 1
/// both are virtual and no identity. An error response comes with status 200; `errcode` is not sent with a token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":7200,"refresh_token":"EXAMPLE-REFRESH","openid":"example",
///  "scope":"snsapi_base,snsapi_userinfo","unionid":"example"}
/// ```
///
/// Source: developers.weixin.qq.com, "Website App WeChat Login", "Official Accounts web page authorization", "Return
/// codes".
pub static WECHAT_OAUTH: Dialect = Dialect {
    id: "wechat-oauth",
    quirks: "JSON as text/plain; comma scopes; two subjects; errors with status 200",
    signature: &["is_snapshotuser"],
    subject: paths!["openid"],
    scope_separators: &[','],
    ..WECHAT
};

/// `wechat-official-account`: the token of an Official Account or a mini program for its own server.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":7200}
/// ```
///
/// Source: developers.weixin.qq.com, "Get access_token".
pub static WECHAT_OFFICIAL_ACCOUNT: Dialect =
    Dialect { id: "wechat-official-account", quirks: "errors with status 200", ..WECHAT };

/// `wechat-component`: a third-party platform's own token, and those of the accounts that it acts for.
///
/// `component_access_token` is the platform's. An account's has its own member names, at the top when it is refreshed
/// and in `authorization_info` when it is first given, there with the account that it is for. What was granted are
/// numbers in the objects of `func_info`.
///
/// ```json
/// {"authorization_info":{"authorizer_appid":"example","authorizer_access_token":"EXAMPLE-ACCESS","expires_in":7200,
///  "authorizer_refresh_token":"EXAMPLE-REFRESH","func_info":[{"funcscope_category":{"id":1}}]}}
/// ```
///
/// Source: developers.weixin.qq.com, third-party platforms, `api_component_token`, `api_query_auth`,
/// `api_authorizer_token`.
pub static WECHAT_COMPONENT: Dialect = Dialect {
    id: "wechat-component",
    quirks: "three names for the token, one of them nested; scopes are objects",
    signature: &[
        "component_access_token",
        "authorizer_access_token",
        "authorizer_refresh_token",
        "authorization_info",
    ],
    also: &[
        Dialect {
            at: "authorization_info",
            scope: paths!["func_info/*/funcscope_category/id"],
            ..AUTHORIZER
        },
        Dialect {
            access_token: paths!["component_access_token"],
            expires: &[TimeRule::seconds(paths!["expires_in"])],
            ..WECHAT_BARE
        },
    ],
    ..AUTHORIZER
};

/// `wecom`: WeCom, which was WeChat Work: an app's token, a provider's or a suite's.
///
/// `errcode` 0 and `errmsg` `ok` come with every token, other than from WeChat. The text of an error response names the
/// caller's address.
///
/// ```json
/// {"errcode":0,"errmsg":"ok","access_token":"EXAMPLE-ACCESS","expires_in":7200}
/// ```
///
/// Source: developer.work.weixin.qq.com, "Get access_token", "Get provider_access_token", "Get suite_access_token",
/// "Global error codes".
pub static WECOM: Dialect = Dialect {
    id: "wecom",
    vendor: "Tencent",
    quirks: "errcode 0 means success; three names for the token",
    signature: &["provider_access_token", "suite_access_token"],
    access_token: paths!["access_token", "provider_access_token", "suite_access_token"],
    scheme: Some(""),
    success: Some((FieldPath::new("errcode"), &["0"])),
    errors: ErrorShape {
        remedies: &[
            ("-1", Remedy::Retry),
            ("40001", Remedy::FixClient),
            ("40013", Remedy::FixClient),
            ("40080", Remedy::FixClient),
            ("40083", Remedy::FixClient),
            ("40084", Remedy::Reauthenticate),
            ("45009", Remedy::Retry),
            ("60020", Remedy::FixClient),
        ],
        ..ERRCODE
    },
    ..Dialect::STANDARD
};

/// `qq`: sign-in with QQ.
///
/// A form as `text/html`; JSON when `fmt=json` is asked for, with `openid` beside the token when that is. An error
/// response comes with status 200 and has another form: JSONP, or a form of `code` and `msg`.
///
/// ```text
/// access_token=EXAMPLE-ACCESS&expires_in=7776000&refresh_token=EXAMPLE-REFRESH
/// ```
///
/// Source: wiki.connect.qq.com, "Using Authorization_Code to get Access_Token", "Public return codes".
pub static QQ: Dialect = Dialect {
    id: "qq",
    vendor: "Tencent",
    quirks: "a form; errors in JSONP with status 200",
    wire: Wire::Form,
    subject: paths!["openid"],
    scheme: Some(""),
    errors: ErrorShape {
        signs: paths!["error", "code"],
        code: paths!["error", "code"],
        description: paths!["error_description", "msg"],
        remedies: &[
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
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// The base of all WeChat formats.
const WECHAT: Dialect =
    Dialect { vendor: "Tencent", scheme: Some(""), errors: WECHAT_CODES, ..Dialect::STANDARD };

/// The base of the formats whose tokens have other names.
const WECHAT_BARE: Dialect =
    Dialect { vendor: "Tencent", scheme: Some(""), errors: WECHAT_CODES, ..Dialect::BARE };

/// The token of an account that a platform acts for.
const AUTHORIZER: Dialect = Dialect {
    access_token: paths!["authorizer_access_token"],
    refresh_token: paths!["authorizer_refresh_token"],
    resource: paths!["authorizer_appid"],
    expires: &[TimeRule::seconds(paths!["expires_in"])],
    ..WECHAT_BARE
};

/// WeChat's numbers: 400xx tell of a wrong value, 410xx of a missing one, 420xx of one that has ended.
const WECHAT_CODES: ErrorShape = ErrorShape {
    remedies: &[
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
    ],
    ..ERRCODE
};

/// An error response as `errcode` and `errmsg`, with status 200.
pub(crate) const ERRCODE: ErrorShape = ErrorShape {
    signs: paths!["errcode", "error"],
    code: paths!["errcode", "error"],
    description: paths!["errmsg", "error_description"],
    ..ErrorShape::STANDARD
};
