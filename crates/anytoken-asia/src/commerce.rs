//! Shops and design of mainland China.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&JD, &PINDUODUO, &KUJIALE];

/// `jd`: JD.com.
///
/// `time` is when it was issued, in milliseconds. The older endpoint sends `code` and `time` as strings, the newer one
/// as numbers, and `open_id` beside `uid`. An error response comes with status 200, in `error_response`, with its text
/// in two languages: the English one is taken.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":86400,"refresh_token":"EXAMPLE-REFRESH","scope":"snsapi_base",
///  "open_id":"example","uid":"example","time":1767225600000,"token_type":"bearer","code":0}
/// ```
///
/// Source: jos.jd.com, "OAuth2"; justauth/JustAuth `AuthJdRequest.java`; a captured body of `oauth.jd.com/oauth/token`.
pub static JD: Dialect = Dialect {
    id: "jd",
    vendor: "JD.com",
    quirks: "the issue time in milliseconds; code 0 means success; errors with status 200",
    subject: paths!["open_id", "uid"],
    issued: &[TimeRule::epoch_milliseconds(paths!["time"])],
    scheme: Some(""),
    success: Some((FieldPath::new("code"), &["0"])),
    errors: ErrorShape {
        signs: paths!["error_response", "error"],
        code: paths!["error_response/code", "code", "error"],
        description: paths!["error_response/en_desc", "error_response/zh_desc", "msg", "error_description"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `pinduoduo`: `pdd.pop.auth.token.create` and `pdd.pop.auth.token.refresh`.
///
/// In an envelope named after the method. Expiries are absolute, in seconds, beside lifetimes. `scope` is an array of
/// methods; the rights of level `w1` and `w2` have their own lifetimes, which are kept. An error response comes with
/// status 200, in `error_response`.
///
/// ```json
/// {"pop_auth_token_create_response":{"access_token":"EXAMPLE-ACCESS","expires_at":1767312000,"expires_in":86400,
///  "owner_id":"example","refresh_token":"EXAMPLE-REFRESH","refresh_token_expires_at":1769817600,
///  "refresh_token_expires_in":2592000,"scope":["pdd.goods.list.get"]}}
/// ```
///
/// Source: open.pinduoduo.com, "pdd.pop.auth.token.create", "pdd.pop.auth.token.refresh", error sample.
pub static PINDUODUO: Dialect = Dialect {
    id: "pinduoduo",
    vendor: "Pinduoduo",
    quirks: "an envelope named after the method; absolute expiries beside lifetimes; scope is an array",
    signature: &["pop_auth_token_create_response", "pop_auth_token_refresh_response"],
    at: "pop_auth_token_create_response",
    also: &[Dialect { at: "pop_auth_token_refresh_response", ..OWNER }],
    ..OWNER
};

/// `kujiale`: Kujiale, which is Coohom.
///
/// One-letter names for code, message and data, and camelCase within.
///
/// ```json
/// {"c":"0","m":"","d":{"accessToken":"EXAMPLE-ACCESS","refreshToken":"EXAMPLE-REFRESH","expiresIn":7200}}
/// ```
///
/// Source: justauth/JustAuth `AuthKujialeRequest.java`.
pub static KUJIALE: Dialect = Dialect {
    id: "kujiale",
    vendor: "Kujiale",
    quirks: "an envelope of one-letter names; camelCase",
    at: "d",
    access_token: paths!["accessToken"],
    refresh_token: paths!["refreshToken"],
    expires: &[TimeRule::seconds(paths!["expiresIn"])],
    scheme: Some(""),
    success: Some((FieldPath::new("c"), &["\"0\""])),
    errors: ErrorShape { code: paths!["c"], description: paths!["m"], ..ErrorShape::STANDARD },
    ..Dialect::BARE
};

/// The token of a shop's owner.
const OWNER: Dialect = Dialect {
    subject: paths!["owner_id"],
    expires: &[TimeRule::epoch(paths!["expires_at"]), TimeRule::seconds(paths!["expires_in"])],
    refresh_token_expires: &[
        TimeRule::epoch(paths!["refresh_token_expires_at"]),
        TimeRule::seconds(paths!["refresh_token_expires_in"]),
    ],
    scheme: Some(""),
    errors: ErrorShape {
        signs: paths!["error_response"],
        code: paths!["error_response/error_code"],
        description: paths!["error_response/error_msg"],
        remedies: &[("10001", Remedy::FixRequest)],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};
