//! Alipay, Taobao, AliExpress, Lazada and DingTalk.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, Never, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};
use time::UtcOffset;

use crate::tencent::ERRCODE;

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] =
    &[&ALIPAY, &ALIPAY_APP_AUTH, &TAOBAO, &TAOBAO_TOP, &ALIEXPRESS, &LAZADA, &DINGTALK_V1, &DINGTALK_LEGACY];

/// `alipay`: `alipay.system.oauth.token`, a user's token.
///
/// In an envelope named after the method, beside a signature over it. Lifetimes are strings in the documents and
/// numbers in fact. `auth_start` is China's time without a zone. An error response is in `error_response` or in the
/// envelope, with a code and text of the gateway and, more to the point, a text of the method in `sub_msg`.
///
/// ```json
/// {"alipay_system_oauth_token_response":{"user_id":"example","access_token":"EXAMPLE-ACCESS","expires_in":1296000,
///  "refresh_token":"EXAMPLE-REFRESH","re_expires_in":2592000,"auth_start":"2026-01-01 08:00:00"},"sign":"example"}
/// ```
///
/// Source: opendocs.alipay.com, "alipay.system.oauth.token", "Common error codes"; alipay/alipay-sdk-nodejs-all.
pub static ALIPAY: Dialect = Dialect {
    id: "alipay",
    quirks: "an envelope named after the method; counts from issue, in China's time; two levels of codes",
    signature: &["alipay_system_oauth_token_response"],
    at: "alipay_system_oauth_token_response",
    subject: paths!["user_id", "open_id"],
    issued: &[TimeRule::rfc3339(paths!["auth_start"]).zone(CHINA)],
    expires: &[TimeRule::seconds(paths!["expires_in"]).from_issue()],
    never: &[Never::Word(FieldPath::new("auth_token_type"), "permanent")],
    success: Some((FieldPath::new("alipay_system_oauth_token_response/code"), &["\"10000\""])),
    errors: ErrorShape {
        code: paths!["error_response/code", "alipay_system_oauth_token_response/code"],
        description: paths![
            "error_response/sub_msg",
            "error_response/msg",
            "alipay_system_oauth_token_response/sub_msg",
            "alipay_system_oauth_token_response/msg",
        ],
        detail: paths!["error_response/sub_code", "alipay_system_oauth_token_response/sub_code"],
        ..GATEWAY
    },
    ..OPEN_PLATFORM
};

/// `alipay-app-auth`: `alipay.open.auth.token.app`, a merchant's token for an app.
///
/// The code `10000` comes with every token.
///
/// ```json
/// {"alipay_open_auth_token_app_response":{"code":"10000","msg":"Success","app_auth_token":"EXAMPLE-ACCESS",
///  "app_refresh_token":"EXAMPLE-REFRESH","auth_app_id":"example","expires_in":31536000,"re_expires_in":32140800,
///  "user_id":"example"},"sign":"example"}
/// ```
///
/// Source: opendocs.alipay.com, "alipay.open.auth.token.app"; a captured body in public Java code.
pub static ALIPAY_APP_AUTH: Dialect = Dialect {
    id: "alipay-app-auth",
    quirks: "an envelope named after the method; 10000 means success; its own member names",
    signature: &["alipay_open_auth_token_app_response"],
    at: "alipay_open_auth_token_app_response",
    access_token: paths!["app_auth_token"],
    refresh_token: paths!["app_refresh_token"],
    resource: paths!["auth_app_id"],
    subject: paths!["user_id"],
    success: Some((FieldPath::new("alipay_open_auth_token_app_response/code"), &["\"10000\""])),
    errors: ErrorShape {
        code: paths!["error_response/code", "alipay_open_auth_token_app_response/code"],
        description: paths![
            "error_response/sub_msg",
            "error_response/msg",
            "alipay_open_auth_token_app_response/sub_msg",
            "alipay_open_auth_token_app_response/msg",
        ],
        ..GATEWAY
    },
    ..OPEN_PLATFORM
};

/// `taobao`: sign-in at `oauth.taobao.com`.
///
/// Absolute expiries in milliseconds are beside lifetimes in seconds. Each of four levels of rights (`r1`, `r2`, `w1`,
/// `w2`) has a life of its own, which may be minutes; these are kept. A refresh token whose lifetime is 0 cannot be
/// used. `taobao_user_nick` is percent-encoded.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":86400,"expire_time":1767312000000,
///  "refresh_token":"EXAMPLE-REFRESH","re_expires_in":0,"refresh_token_valid_time":1767225600000,
///  "w2_expires_in":300,"w2_valid":1767225900000,"taobao_open_uid":"example"}
/// ```
///
/// Source: captured bodies with `refresh_token_valid_time`; python-social-auth/social-core
/// `social_core/tests/backends/test_taobao.py`.
pub static TAOBAO: Dialect = Dialect {
    id: "taobao",
    quirks: "absolute expiries in milliseconds; rights that expire before the token; refresh expiry 0 means expired",
    signature: &["taobao_open_uid", "taobao_user_id", "taobao_user_nick"],
    ..SESSION
};

/// `taobao-top`: `taobao.top.auth.token.create` of the Taobao Open Platform.
///
/// The token is an object inside a JSON string inside an envelope; within, it is that of `taobao`.
///
/// ```json
/// {"top_auth_token_create_response":{"token_result":
///  "{\"access_token\":\"EXAMPLE-ACCESS\",\"expires_in\":86400,\"expire_time\":1767312000000,\"re_expires_in\":0}"}}
/// ```
///
/// Source: public code that decodes `token_result` a second time; captured bodies with `refresh_token_valid_time`.
pub static TAOBAO_TOP: Dialect = Dialect {
    id: "taobao-top",
    quirks: "JSON in a string in an envelope; absolute expiries in milliseconds; refresh expiry 0 means expired",
    signature: &["top_auth_token_create_response", "top_auth_token_refresh_response"],
    at: "top_auth_token_create_response/token_result",
    folded: "top_auth_token_create_response/token_result",
    also: &[Dialect {
        at: "top_auth_token_refresh_response/token_result",
        folded: "top_auth_token_refresh_response/token_result",
        ..SESSION
    }],
    errors: ErrorShape {
        signs: paths!["error_response"],
        code: paths!["error_response/code"],
        description: paths!["error_response/sub_msg", "error_response/msg"],
        ..ErrorShape::STANDARD
    },
    ..SESSION
};

/// `aliexpress`: AliExpress, at `oauth.aliexpress.com` and in the Open Platform.
///
/// The expiries are absolute and in milliseconds; the older endpoint sends nothing else. The Open Platform sends every
/// number as a string, and lifetimes that may contradict the expiries, which take precedence. A refresh token may
/// expire when it is issued.
///
/// ```json
/// {"code":"0","access_token":"EXAMPLE-ACCESS","expire_time":"1767312000000","expires_in":"86400",
///  "refresh_token":"EXAMPLE-REFRESH","refresh_token_valid_time":"1767225600000","refresh_expires_in":"0",
///  "user_id":"example"}
/// ```
///
/// Source: openservice.aliexpress.com, "GenerateSecurityToken"; captured bodies of `oauth.aliexpress.com/token`.
pub static ALIEXPRESS: Dialect = Dialect {
    id: "aliexpress",
    vendor: "AliExpress",
    quirks: "absolute expiries in milliseconds, as strings; a refresh token that may have expired already",
    subject: paths!["user_id"],
    expires: &[
        TimeRule::epoch_milliseconds(paths!["expire_time"]).text(),
        TimeRule::seconds(paths!["expires_in"]).text(),
    ],
    refresh_token_expires: &[
        TimeRule::epoch_milliseconds(paths!["refresh_token_valid_time"]).text(),
        TimeRule::seconds(paths!["refresh_expires_in"]).text(),
    ],
    ..OPEN_SERVICE
};

/// `lazada`: `/auth/token/create` and `/auth/token/refresh` of the Lazada Open Platform.
///
/// `code` is `0` with a token and a word with an error response, both with status 200. A refresh token whose lifetime
/// is 0 cannot be used. One token may be for several users, which are in `country_user_info` and are kept; `account` is
/// an e-mail address.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","country":"sg","refresh_token":"EXAMPLE-REFRESH","refresh_expires_in":4320000,
///  "country_user_info":[{"country":"sg","user_id":"example"}],"expires_in":864000,"account":"user@example.com",
///  "code":"0"}
/// ```
///
/// Source: open.lazada.com, "/auth/token/create", "/auth/token/refresh", the seller authorization guide.
pub static LAZADA: Dialect = Dialect {
    id: "lazada",
    vendor: "Lazada",
    quirks: "code 0 means success, a word an error; refresh_expires_in 0 means expired",
    signature: &["country_user_info"],
    subject: paths!["country_user_info/*/user_id", "country_user_info_list/*/user_id"],
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_expires_in"])],
    ..OPEN_SERVICE
};

/// `dingtalk-v1`: `api.dingtalk.com/v1.0/oauth2`, a user's token and an app's.
///
/// camelCase, and `expireIn` without an s. No `token_type`: the token goes into `x-acs-dingtalk-access-token`. A
/// error response has a word in `code`.
///
/// ```json
/// {"accessToken":"EXAMPLE-ACCESS","refreshToken":"EXAMPLE-REFRESH","expireIn":7200,"corpId":"example"}
/// ```
///
/// Source: open.dingtalk.com, "Obtain user token", "Obtain the accessToken of an internal app".
pub static DINGTALK_V1: Dialect = Dialect {
    id: "dingtalk-v1",
    vendor: "DingTalk",
    quirks: "camelCase; expireIn; its own header",
    signature: &["expireIn"],
    access_token: paths!["accessToken"],
    refresh_token: paths!["refreshToken"],
    resource: paths!["corpId"],
    expires: &[TimeRule::seconds(paths!["expireIn"])],
    scheme: Some(""),
    errors: ErrorShape {
        signs: paths!["code"],
        code: paths!["code"],
        description: paths!["message"],
        remedies: &[
            ("invalidClientIdOrSecret", Remedy::FixClient),
            ("invalidParameter.authCode.notFound", Remedy::Reauthenticate),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `dingtalk-legacy`: `oapi.dingtalk.com/gettoken`.
///
/// `errcode` 0 comes with every token; an error response comes with status 200. The token goes into the query string.
///
/// ```json
/// {"errcode":0,"access_token":"EXAMPLE-ACCESS","errmsg":"ok","expires_in":7200}
/// ```
///
/// Source: open.dingtalk.com, "gettoken", "Global error codes".
pub static DINGTALK_LEGACY: Dialect = Dialect {
    id: "dingtalk-legacy",
    vendor: "DingTalk",
    quirks: "errcode 0 means success",
    scheme: Some(""),
    success: Some((FieldPath::new("errcode"), &["0"])),
    errors: ErrorShape {
        remedies: &[("-1", Remedy::Retry), ("40078", Remedy::Reauthenticate), ("40089", Remedy::FixClient)],
        ..ERRCODE
    },
    ..Dialect::STANDARD
};

/// The base of the methods of Alipay's gateway.
const OPEN_PLATFORM: Dialect = Dialect {
    vendor: "Alipay",
    refresh_token_expires: &[TimeRule::seconds(paths!["re_expires_in"])],
    scheme: Some(""),
    ..Dialect::STANDARD
};

/// The codes of Alipay's gateway.
const GATEWAY: ErrorShape = ErrorShape {
    signs: paths!["error_response"],
    remedies: &[
        ("isv.code-invalid", Remedy::Reauthenticate),
        ("20000", Remedy::Retry),
        ("20001", Remedy::Reauthenticate),
        ("40001", Remedy::FixRequest),
        ("40006", Remedy::FixClient),
    ],
    ..ErrorShape::STANDARD
};

/// A session of Taobao's.
const SESSION: Dialect = Dialect {
    vendor: "Taobao",
    subject: paths!["taobao_open_uid", "taobao_user_id"],
    expires: &[TimeRule::epoch_milliseconds(paths!["expire_time"]), TimeRule::seconds(paths!["expires_in"])],
    refresh_token_expires: &[
        TimeRule::epoch_milliseconds(paths!["refresh_token_valid_time"]),
        TimeRule::seconds(paths!["re_expires_in"]),
    ],
    zero_ends_refresh_token: true,
    scheme: Some(""),
    ..Dialect::STANDARD
};

/// The base of AliExpress and Lazada, which share a gateway.
const OPEN_SERVICE: Dialect = Dialect {
    zero_ends_refresh_token: true,
    scheme: Some(""),
    success: Some((FieldPath::new("code"), &["\"0\""])),
    errors: ErrorShape {
        code: paths!["code", "error"],
        description: paths!["message", "error_description"],
        remedies: &[
            ("InvalidCode", Remedy::Reauthenticate),
            ("IllegalRefreshToken", Remedy::Reauthenticate),
            ("IllegalAccessToken", Remedy::Reauthenticate),
            ("MissingParameter", Remedy::FixRequest),
            ("IncompleteSignature", Remedy::FixRequest),
            ("AppCallLimit", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// China's one zone, without summer time.
const CHINA: UtcOffset = match UtcOffset::from_hms(8, 0, 0) {
    Ok(zone) => zone,
    Err(_) => UtcOffset::UTC,
};
