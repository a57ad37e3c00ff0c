//! Douyin and Feishu, which is Lark.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[
    &DOUYIN,
    &BYTEDANCE_MINIAPP,
    &FEISHU_TENANT,
    &FEISHU_APP,
    &FEISHU_USER_V1,
    &FEISHU_USER_V2,
    &FEISHU_PASSPORT,
];

/// `douyin`: the Open Platform, a user's token (`access_token`) and an app's (`client_token`).
///
/// Everything is in `data`, the error code with its text too. Scopes are separated by commas. The documents have
/// every number as a string, in fact they are numbers. No `token_type`: the token goes into `access-token`.
///
/// ```json
/// {"data":{"access_token":"EXAMPLE-ACCESS","description":"","error_code":0,"expires_in":1296000,"open_id":"example",
///  "refresh_expires_in":2592000,"refresh_token":"EXAMPLE-REFRESH","scope":"user_info,video.list"},"message":"success"}
/// ```
///
/// Source: developer.open-douyin.com, "Get access_token", "Refresh access_token", "Get client_token".
pub static DOUYIN: Dialect = Dialect {
    id: "douyin",
    vendor: "ByteDance",
    quirks: "an envelope with the error code inside; comma scopes; its own header",
    at: "data",
    subject: paths!["open_id"],
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_expires_in"])],
    scope_separators: &[','],
    scheme: Some(""),
    success: Some((FieldPath::new("data/error_code"), &["0"])),
    errors: ErrorShape {
        code: paths!["data/error_code"],
        description: paths!["data/description"],
        remedies: &[
            ("10002", Remedy::FixRequest),
            ("10003", Remedy::FixClient),
            ("10005", Remedy::FixRequest),
            ("10007", Remedy::Reauthenticate),
            ("10010", Remedy::Reauthenticate),
            ("10013", Remedy::FixClient),
            ("10020", Remedy::Reauthenticate),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `bytedance-miniapp`: the token of a mini program, `apps/v2/token`.
///
/// Another envelope than `douyin`'s: the code is `err_no`, beside `data`, in which an error response has an empty
/// token.
///
/// ```json
/// {"err_no":0,"err_tips":"success","data":{"access_token":"EXAMPLE-ACCESS","expires_in":7200}}
/// ```
///
/// Source: developer.open-douyin.com, "getAccessToken".
pub static BYTEDANCE_MINIAPP: Dialect = Dialect {
    id: "bytedance-miniapp",
    vendor: "ByteDance",
    quirks: "an envelope; err_no 0 means success; errors have an empty token",
    signature: &["err_no", "err_tips"],
    at: "data",
    success: Some((FieldPath::new("err_no"), &["0"])),
    errors: ErrorShape {
        code: paths!["err_no"],
        description: paths!["err_tips"],
        remedies: &[
            ("-1", Remedy::Retry),
            ("40015", Remedy::FixClient),
            ("40017", Remedy::FixClient),
            ("40020", Remedy::FixRequest),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `feishu-tenant`: the token of an app in one company.
///
/// The lifetime is in `expire`. `code` 0 means success; an error response comes with status 200 or 400.
///
/// ```json
/// {"code":0,"msg":"ok","tenant_access_token":"EXAMPLE-ACCESS","expire":7200}
/// ```
///
/// Source: open.feishu.cn, "Get tenant_access_token of a custom app", "Common error codes".
pub static FEISHU_TENANT: Dialect =
    Dialect { id: "feishu-tenant", quirks: "its own member names, expire; code 0 means success", ..TENANT };

/// `feishu-app`: the token of an app itself.
///
/// The app's token is what was asked for; the company's, `tenant_access_token`, is beside it and related. One
/// `expire` is of both.
///
/// ```json
/// {"app_access_token":"EXAMPLE-ACCESS","code":0,"expire":7140,"msg":"ok","tenant_access_token":"EXAMPLE-TENANT"}
/// ```
///
/// Source: open.feishu.cn, "Get app_access_token of a custom app".
pub static FEISHU_APP: Dialect = Dialect {
    id: "feishu-app",
    quirks: "the company's token beside the app's; expire; code 0 means success",
    signature: &["app_access_token"],
    access_token: paths!["app_access_token"],
    also: &[TENANT],
    ..TENANT
};

/// `feishu-user-v1`: a user's token, `authen/v1`.
///
/// In an envelope, in older answers mixed with the profile.
///
/// ```json
/// {"code":0,"msg":"success","data":{"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":7140,
///  "name":"example","open_id":"example","refresh_expires_in":2591940,"refresh_token":"EXAMPLE-REFRESH"}}
/// ```
///
/// Source: open.feishu.cn, "Get user_access_token (authen/v1)"; pennersr/django-allauth
/// `tests/apps/socialaccount/providers/feishu/tests.py`.
pub static FEISHU_USER_V1: Dialect = Dialect {
    id: "feishu-user-v1",
    quirks: "an envelope; code 0 means success; refresh_expires_in",
    at: "data",
    subject: paths!["open_id"],
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_expires_in"])],
    ..FEISHU
};

/// `feishu-user-v2`: a user's token, `authen/v2/oauth/token`.
///
/// The names of RFC 6749, with `code` 0. An error response has the word of RFC 6749, and a number in `code`.
///
/// ```json
/// {"code":0,"access_token":"EXAMPLE-ACCESS","expires_in":7200,"refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_expires_in":604800,"scope":"auth:user.id:read offline_access","token_type":"Bearer"}
/// ```
///
/// Source: open.feishu.cn, "Get user_access_token", "Refresh user_access_token".
pub static FEISHU_USER_V2: Dialect = Dialect {
    id: "feishu-user-v2",
    quirks: "code 0 means success; refresh_token_expires_in",
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"])],
    errors: ErrorShape {
        code: paths!["error", "code"],
        description: paths!["error_description", "msg"],
        ..NUMBERS
    },
    ..FEISHU
};

/// `feishu-passport`: a user's token of `passport.feishu.cn/suite/passport/oauth/token`.
///
/// No `code`, and the refresh token's lifetime as in `feishu-user-v1`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":7140,"refresh_token":"EXAMPLE-REFRESH",
///  "refresh_expires_in":2591940}
/// ```
///
/// Source: aspnet-contrib/AspNet.Security.OAuth.Providers `test/…/Feishu/bundle.json`.
pub static FEISHU_PASSPORT: Dialect = Dialect {
    id: "feishu-passport",
    vendor: "Feishu",
    quirks: "refresh_expires_in",
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_expires_in"])],
    ..Dialect::STANDARD
};

/// A company's token.
const TENANT: Dialect = Dialect {
    vendor: "Feishu",
    access_token: paths!["tenant_access_token"],
    expires: &[TimeRule::seconds(paths!["expire"])],
    success: FEISHU.success,
    errors: NUMBERS,
    ..Dialect::BARE
};

/// The base of the Open Platform's formats.
const FEISHU: Dialect = Dialect {
    vendor: "Feishu",
    success: Some((FieldPath::new("code"), &["0"])),
    errors: NUMBERS,
    ..Dialect::STANDARD
};

/// The Open Platform's numbers.
const NUMBERS: ErrorShape = ErrorShape {
    code: paths!["code"],
    description: paths!["msg", "message"],
    remedies: &[
        ("10003", Remedy::FixRequest),
        ("10014", Remedy::FixClient),
        ("20003", Remedy::Reauthenticate),
        ("20004", Remedy::Reauthenticate),
        ("20026", Remedy::Reauthenticate),
        ("20037", Remedy::Reauthenticate),
        ("20050", Remedy::Retry),
    ],
    ..ErrorShape::STANDARD
};
