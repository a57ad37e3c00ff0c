//! Korea.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&KAKAO, &NAVER, &IAMPORT];

/// `kakao`: Kakao Login.
///
/// A refresh token comes with a refreshed token only when the old one has less than a month to live. `error_code`
/// (`KOE320`) says more than `error`, and is kept; the text of an error response repeats the authorization code.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","refresh_token":"EXAMPLE-REFRESH","expires_in":21599,
///  "scope":"account_email profile_nickname","refresh_token_expires_in":5183999}
/// ```
///
/// Source: developers.kakao.com, "Kakao Login REST API", "Troubleshooting".
pub static KAKAO: Dialect = Dialect {
    id: "kakao",
    vendor: "Kakao",
    quirks: "refresh_token_expires_in; a new refresh token only near the old one's expiry",
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"])],
    ..Dialect::STANDARD
};

/// `naver`: Naver Login.
///
/// The lifetime is a string. An error response comes with status 200, and is `invalid_request` for every cause, even a
/// used code or a wrong secret: only the text differs, so the remedy is unknown.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","token_type":"bearer","expires_in":"3600"}
/// ```
///
/// Source: developers.naver.com, "Naver Login API specification"; public test suites.
pub static NAVER: Dialect = Dialect {
    id: "naver",
    vendor: "Naver",
    quirks: "expires_in is a string; every error is invalid_request, with status 200",
    expires: &[TimeRule::seconds(paths!["expires_in"]).text()],
    errors: ErrorShape { remedies: &[("invalid_request", Remedy::Unknown)], ..ErrorShape::STANDARD },
    ..Dialect::STANDARD
};

/// `iamport`: PortOne, which was iamport, `users/getToken`.
///
/// In an envelope with `code` 0. `expired_at` is in the future, an epoch, and `now` is the server's clock.
///
/// ```json
/// {"code":0,"message":null,"response":{"access_token":"EXAMPLE-ACCESS","now":1767225600,"expired_at":1767227400}}
/// ```
///
/// Source: captured bodies of `api.iamport.kr/users/getToken` in public Java code.
pub static IAMPORT: Dialect = Dialect {
    id: "iamport",
    vendor: "PortOne",
    quirks: "an envelope; code 0 means success; expired_at is the expiry",
    at: "response",
    access_token: paths!["access_token"],
    issued: &[TimeRule::epoch(paths!["now"])],
    expires: &[TimeRule::epoch(paths!["expired_at"])],
    success: Some((FieldPath::new("code"), &["0"])),
    errors: ErrorShape { code: paths!["code"], description: paths!["message"], ..ErrorShape::STANDARD },
    ..Dialect::BARE
};
