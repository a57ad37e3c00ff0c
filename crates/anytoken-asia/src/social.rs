//! Social networks and video of mainland China.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

use crate::tencent::ERRCODE;

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&WEIBO, &RENREN, &BILIBILI, &BILIBILI_MINIGAME, &KUAISHOU];

/// `weibo`: Sina Weibo.
///
/// JSON as `text/plain`. `remind_in` repeats the lifetime as a string; towards the mobile SDK `expires_in` is a
/// string too, and a refresh token is sent. No `token_type`: the scheme is `OAuth2`. An error response has a word and a
/// number.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","remind_in":"157679999","expires_in":157679999,"uid":"example","isRealName":"true"}
/// ```
///
/// Source: open.weibo.com, "OAuth2/access_token", "Authorization mechanism"; Sina's `saetv2.ex.class.php`.
pub static WEIBO: Dialect = Dialect {
    id: "weibo",
    vendor: "Sina",
    quirks: "JSON as text/plain; the lifetime twice; the scheme is OAuth2",
    signature: &["remind_in", "isRealName"],
    subject: paths!["uid"],
    scheme: Some("OAuth2"),
    errors: ErrorShape {
        remedies: &[("redirect_uri_mismatch", Remedy::FixRequest), ("access_denied", Remedy::Interact)],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `renren`: Renren, with the user beside the token, which has a `|` in it.
///
/// ```json
/// {"token_type":"bearer","expires_in":2592000,"refresh_token":"EXAMPLE-REFRESH","user":{"id":1,"name":"example"},
///  "access_token":"EXAMPLE|ACCESS"}
/// ```
///
/// Source: justauth/JustAuth `AuthRenrenRequest.java`.
pub static RENREN: Dialect = Dialect {
    id: "renren",
    vendor: "Renren",
    quirks: "the user beside the token",
    subject: paths!["user/id"],
    ..Dialect::STANDARD
};

/// `bilibili`: the Open Platform.
///
/// `expires_in` is an epoch. `ttl` is no lifetime, and `message` is `0` with a token. An error response comes with
/// status 200, a negative code and no `data`.
///
/// ```json
/// {"code":0,"message":"0","ttl":1,"data":{"access_token":"EXAMPLE-ACCESS","expires_in":1769817600,
///  "refresh_token":"EXAMPLE-REFRESH"}}
/// ```
///
/// Source: openhome.bilibili.com, account authorization, as in casdoor/casdoor `idp/bilibili.go`;
/// SocialSisterYi/bilibili-API-collect `docs/misc/errcode.md`.
pub static BILIBILI: Dialect = Dialect {
    id: "bilibili",
    vendor: "Bilibili",
    quirks: "an envelope; expires_in is an epoch; code 0 means success",
    at: "data",
    expires: &[TimeRule::epoch(paths!["expires_in"])],
    success: Some((FieldPath::new("code"), &["0"])),
    errors: ErrorShape {
        code: paths!["code"],
        description: paths!["message"],
        remedies: &[
            ("-101", Remedy::Reauthenticate),
            ("-400", Remedy::FixRequest),
            ("-658", Remedy::Reauthenticate),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `bilibili-minigame`: the token of a small game.
///
/// Like `wechat-official-account`: `expires_in` is a lifetime here, and error responses come with status 200.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":7200}
/// ```
///
/// Source: miniapp.bilibili.com, small games, "getAccessToken".
pub static BILIBILI_MINIGAME: Dialect = Dialect {
    id: "bilibili-minigame",
    vendor: "Bilibili",
    quirks: "expires_in is a lifetime; errors with status 200",
    errors: ErrorShape { remedies: &[("40013", Remedy::FixClient)], ..ERRCODE },
    ..Dialect::STANDARD
};

/// `kuaishou`: Kuaishou and its shops.
///
/// `result` 1 means success. `scopes` is an array. A new refresh token expires with the first: its lifetime counts
/// down. An error response comes with status 200, its number in `result` and, from the shops, a word in `error`.
///
/// ```json
/// {"result":1,"access_token":"EXAMPLE-ACCESS","expires_in":172800,"refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_expires_in":15552000,"open_id":"example","scopes":["user_info"]}
/// ```
///
/// Source: casdoor/casdoor `idp/kwai.go`; mp.kuaishou.com, "getAccessToken"; open.kwaixiaodian.com, "App
/// authorization".
pub static KUAISHOU: Dialect = Dialect {
    id: "kuaishou",
    vendor: "Kuaishou",
    quirks: "result 1 means success; scopes is an array",
    scope: paths!["scopes"],
    subject: paths!["open_id"],
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"])],
    scheme: Some(""),
    success: Some((FieldPath::new("result"), &["1"])),
    errors: ErrorShape {
        code: paths!["result", "error"],
        description: paths!["error_msg"],
        remedies: &[
            ("100200100", Remedy::FixRequest),
            ("100200101", Remedy::FixClient),
            ("100200102", Remedy::Reauthenticate),
            ("100200104", Remedy::FixRequest),
            ("100200105", Remedy::Reauthenticate),
            ("100200106", Remedy::FixRequest),
            ("100200500", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};
