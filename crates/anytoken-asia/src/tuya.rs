//! Tuya.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `tuya`: the cloud of Tuya.
///
/// The token is sent in the header `access_token`. Error responses have status 200. `t` is the server's time in
/// milliseconds.
///
/// ```json
/// {"result":{"access_token":"EXAMPLE-ACCESS","expire_time":7200,"platform_url":"https://api.example.com",
///  "refresh_token":"EXAMPLE-REFRESH","uid":"EXAMPLE-USER"},"success":true,"t":1767225600000,"tid":"example"}
/// ```
///
/// Source: 0x5e/homebridge-tuya-platform issue 14; tuya/tuya-iot-python-sdk issues 76 and 80.
pub static TUYA: Dialect = Dialect::bare("tuya", "Tuya", Evidence::Tested)
    .with_quirks(
        "all in result; the lifetime is in expire_time; success means success; no Authorization header",
    )
    .detected_by(&["t+tid"])
    .envelope("result")
    .access_token(paths!["access_token"])
    .refresh_token(paths!["refresh_token"])
    .api_url(paths!["platform_url"])
    .subject(paths!["uid"])
    .expires_at(&[TimeRule::seconds(paths!["expire_time"])])
    .authorization(Authorization::None)
    .ok_when("success", &["true"])
    .errors(&ErrorShape::RFC6749.remedies(&[("1010", Remedy::Reauthenticate)]));
