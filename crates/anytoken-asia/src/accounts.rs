//! Accounts of mainland China's search, mail, code and devices.

use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&BAIDU, &HUAWEI, &XIAOMI, &GITEE, &NETEASE];

/// `baidu`: Baidu.
///
/// `session_key` and `session_secret` are two more secrets, which are kept. No `token_type`: the token goes into the
/// query string. An error response is that of RFC 6749, or has status 200 and `error_code` and `error_msg`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":2592000,"refresh_token":"EXAMPLE-REFRESH","scope":"basic",
///  "session_key":"EXAMPLE-SESSION","session_secret":"EXAMPLE-SECRET"}
/// ```
///
/// Source: developer.baidu.com, "OAuth, Authorization Code", "OAuth error codes"; a captured body of Baidu's social
/// login.
pub static BAIDU: Dialect = Dialect {
    id: "baidu",
    vendor: "Baidu",
    quirks: "two session secrets beside the token; two shapes of errors",
    signature: &["session_secret", "social_uid"],
    subject: paths!["social_uid"],
    scheme: Some(""),
    errors: ErrorShape {
        signs: paths!["error", "error_code"],
        code: paths!["error", "error_code"],
        description: paths!["error_description", "error_msg"],
        remedies: &[
            ("redirect_uri_mismatch", Remedy::FixRequest),
            ("2", Remedy::Retry),
            ("100", Remedy::FixRequest),
            ("101", Remedy::FixClient),
            ("110", Remedy::Reauthenticate),
            ("111", Remedy::Reauthenticate),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `huawei`: HUAWEI ID and Push Kit.
///
/// Slashes in the token are escaped. `error` is a number, 1101 for nearly everything; `sub_error` says what: 20411
/// that nobody has answered yet, 12304 that the client's secret is wrong.
///
/// ```json
/// {"sub_error":12304,"error_description":"invalid client_secret","error":1101}
/// ```
///
/// Source: developer.huawei.com, "OAuth 2.0 client credentials", "Obtaining an app-level access token".
pub static HUAWEI: Dialect = Dialect {
    id: "huawei",
    vendor: "Huawei",
    quirks: "errors have two numbers: error, and the more exact sub_error",
    errors: ErrorShape {
        detail: paths!["sub_error"],
        remedies: &[("20411", Remedy::Pending), ("12304", Remedy::FixClient)],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `xiaomi`: Xiaomi.
///
/// Every body begins with `&&&START&&&`, and perhaps a blank. The type is `mac`: `mac_key` signs each request, and is
/// kept. `openId` is in camelCase. `error` is a number. Vendor samples have names with a blank at their end, which
/// are other names.
///
/// ```text
/// &&&START&&&{"access_token":"EXAMPLE-ACCESS","expires_in":259200,"refresh_token":"EXAMPLE-REFRESH","scope":"1 3",
///  "token_type":"mac","mac_key":"EXAMPLE-KEY","mac_algorithm":"HmacSha1","openId":"example"}
/// ```
///
/// Source: dev.mi.com, "OAuth 2.0 authorization code", "OAuth Error Code List"; justauth/JustAuth
/// `AuthMiRequest.java`.
pub static XIAOMI: Dialect = Dialect {
    id: "xiaomi",
    vendor: "Xiaomi",
    quirks: "a prefix before the JSON; the type is mac; error is a number",
    subject: paths!["openId"],
    errors: ErrorShape {
        remedies: &[
            ("96001", Remedy::FixClient),
            ("96002", Remedy::FixRequest),
            ("96003", Remedy::FixClient),
            ("96005", Remedy::FixClient),
            ("96006", Remedy::FixRequest),
            ("96007", Remedy::FixRequest),
            ("96008", Remedy::Reauthenticate),
            ("96009", Remedy::Reauthenticate),
            ("96010", Remedy::FixRequest),
            ("96011", Remedy::FixRequest),
            ("96013", Remedy::Reauthenticate),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `gitee`: Gitee, by Doorkeeper, with `created_at`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":86400,"refresh_token":"EXAMPLE-REFRESH",
///  "scope":"user_info projects","created_at":1767225600}
/// ```
///
/// Source: gitee.com/api/v5/oauth_doc.
pub static GITEE: Dialect = Dialect {
    id: "gitee",
    vendor: "Gitee",
    quirks: "created_at beside the token",
    issued: &[TimeRule::epoch(paths!["created_at"])],
    ..Dialect::STANDARD
};

/// `netease`: NetEase, whose lifetime is a string.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":"86400"}
/// ```
///
/// Source: aspnet-contrib/AspNet.Security.OAuth.Providers `test/…/NetEase/bundle.json`.
pub static NETEASE: Dialect = Dialect {
    id: "netease",
    vendor: "NetEase",
    quirks: "expires_in is a string",
    expires: &[TimeRule::seconds(paths!["expires_in"]).text()],
    ..Dialect::STANDARD
};
