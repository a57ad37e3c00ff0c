//! Zerodha.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `kite-connect`: a session of Kite Connect.
///
/// The token is valid until six in the morning of India's time, which no member says. It is sent as `token`, with the
/// key of the app and a colon before it. `login_time` has no time zone. `public_token` and `enctoken` are further
/// tokens.
///
/// ```json
/// {"status":"success","data":{"user_id":"EXAMPLE-USER","api_key":"EXAMPLE-KEY","access_token":"EXAMPLE-ACCESS",
///  "public_token":"EXAMPLE-PUBLIC","refresh_token":"","login_time":"2026-01-01 16:15:14"}}
/// ```
///
/// Source: kite.trade, "User"; zerodha/kiteconnectjs issue 3.
pub static KITE_CONNECT: Dialect = Dialect::bare("kite-connect", "Zerodha", Evidence::Tested)
    .with_quirks("all in data; status success means success; the header needs the app's key too; no expiry")
    .detected_by(&["data/public_token+data/login_time"])
    .envelope("data")
    .access_token(paths!["access_token"])
    .refresh_token(paths!["refresh_token"])
    .client_id(paths!["api_key"])
    .subject(paths!["user_id"])
    .issued_at(&[TimeRule::rfc3339(paths!["login_time"])])
    .authorization(Authorization::None)
    .ok_when("status", &["\"success\""])
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("TokenException", Remedy::Reauthenticate),
        ("InputException", Remedy::FixRequest),
        ("NetworkException", Remedy::Retry),
    ]));
