//! Xiaomi.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `xiaomi`: Xiaomi's token endpoint.
///
/// A blank may follow the prefix `&&&START&&&`. `mac_key` signs each request. Some names in the vendor's samples end
/// with a blank, which makes them other names.
///
/// ```text
/// &&&START&&&{"access_token":"EXAMPLE-ACCESS","expires_in":259200,"refresh_token":"EXAMPLE-REFRESH","scope":"1 3",
///  "token_type":"mac","mac_key":"EXAMPLE-KEY","mac_algorithm":"HmacSha1","openId":"example"}
/// ```
///
/// Source: dev.mi.com, "OAuth 2.0 authorization code", "OAuth Error Code List"; justauth/JustAuth
/// `AuthMiRequest.java`.
pub static XIAOMI: Dialect = Dialect::oauth2("xiaomi", "Xiaomi", Evidence::Documented)
    .with_quirks("a prefix before the JSON; the type is mac; error is a number")
    .subject(paths!["openId"])
    .errors(&ErrorShape::RFC6749.remedies(&[
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
    ]));
