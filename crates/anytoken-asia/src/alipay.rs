//! Alipay and Ant International.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, Special, TimeRule, paths};
use time::UtcOffset;

/// `alipay`: `alipay.system.oauth.token`, a user's token.
///
/// A signature over the envelope is beside it. Lifetimes are strings in the documents and numbers in responses. An
/// error response is in `error_response` or in the envelope: `code` and `msg` are the gateway's, `sub_code` and
/// `sub_msg`, which are more exact, the method's.
///
/// ```json
/// {"alipay_system_oauth_token_response":{"user_id":"example","access_token":"EXAMPLE-ACCESS","expires_in":1296000,
///  "refresh_token":"EXAMPLE-REFRESH","re_expires_in":2592000,"auth_start":"2026-01-01 08:00:00"},"sign":"example"}
/// ```
///
/// Source: opendocs.alipay.com, "alipay.system.oauth.token", "Common error codes"; alipay/alipay-sdk-nodejs-all;
/// captured bodies in public code.
pub static ALIPAY: Dialect = Dialect::like(&OPEN_PLATFORM, "alipay", Evidence::Tested)
    .with_quirks(
        "an envelope named after the method; the lifetime counts from auth_start; two levels of codes",
    )
    .detected_by(&["alipay_system_oauth_token_response"])
    .envelope("alipay_system_oauth_token_response")
    .subject(paths!["user_id", "open_id"])
    .issued_at(&[TimeRule::rfc3339(paths!["auth_start"]).zone(CHINA)])
    .expires_at(&[
        TimeRule::seconds(paths!["expires_in"]).from_issue(),
        TimeRule::words(paths!["auth_token_type"]).when(&[("permanent", Special::Never)]),
    ])
    .ok_when("alipay_system_oauth_token_response/code", &["\"10000\""])
    .errors(
        &GATEWAY
            .code(paths!["error_response/code", "alipay_system_oauth_token_response/code"])
            .subcode(paths!["error_response/sub_code", "alipay_system_oauth_token_response/sub_code"])
            .description(paths![
                "error_response/sub_msg",
                "error_response/msg",
                "alipay_system_oauth_token_response/sub_msg",
                "alipay_system_oauth_token_response/msg"
            ]),
    );

/// `alipay-app-auth`: `alipay.open.auth.token.app`, a merchant's token for an app.
///
/// The code `10000` is sent beside every token.
///
/// ```json
/// {"alipay_open_auth_token_app_response":{"code":"10000","msg":"Success","app_auth_token":"EXAMPLE-ACCESS",
///  "app_refresh_token":"EXAMPLE-REFRESH","auth_app_id":"example","expires_in":31536000,"re_expires_in":32140800,
///  "user_id":"example"},"sign":"example"}
/// ```
///
/// Source: opendocs.alipay.com, "alipay.open.auth.token.app".
pub static ALIPAY_APP_AUTH: Dialect = Dialect::like(&OPEN_PLATFORM, "alipay-app-auth", Evidence::Documented)
    .with_quirks("an envelope named after the method; code 10000 means success; its own member names")
    .detected_by(&["alipay_open_auth_token_app_response"])
    .envelope("alipay_open_auth_token_app_response")
    .access_token(paths!["app_auth_token"])
    .refresh_token(paths!["app_refresh_token"])
    .resource(paths!["auth_app_id"])
    .subject(paths!["user_id"])
    .ok_when("alipay_open_auth_token_app_response/code", &["\"10000\""])
    .errors(
        &GATEWAY.code(paths!["error_response/code", "alipay_open_auth_token_app_response/code"]).description(
            paths![
                "error_response/sub_msg",
                "error_response/msg",
                "alipay_open_auth_token_app_response/sub_msg",
                "alipay_open_auth_token_app_response/msg"
            ],
        ),
    );

/// `alipay-plus`: the token of a user of a wallet, by Alipay+ and the mini programs of GCash, TNG, DANA and others.
///
/// Every response has `result`. Its status is `S`, `F` for a failure, or `U` if the outcome is unknown. Error responses
/// have status 200. One wallet sends the dates as milliseconds in text.
///
/// ```json
/// {"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"success"},"accessToken":"EXAMPLE-ACCESS",
///  "accessTokenExpiryTime":"2026-01-01T01:00:00+08:00","refreshToken":"EXAMPLE-REFRESH",
///  "refreshTokenExpiryTime":"2026-01-02T00:00:00+08:00","customerId":"EXAMPLE-CUSTOMER"}
/// ```
///
/// Source: global-open-sdk-python 1.7.1, `AlipayAuthApplyTokenResponse`, `model/result.py`,
/// `result_status_type.py`; a mini program platform's documentation.
pub static ALIPAY_PLUS: Dialect = Dialect::bare("alipay-plus", "Ant International", Evidence::Documented)
    .with_quirks("camelCase; result says whether it is a token; expiries are dates with an offset")
    .access_token(paths!["accessToken"])
    .refresh_token(paths!["refreshToken"])
    .subject(paths!["customerId"])
    .expires_at(&[TimeRule::rfc3339(paths!["accessTokenExpiryTime"])])
    .refresh_token_expires_at(&[TimeRule::rfc3339(paths!["refreshTokenExpiryTime"])])
    .ok_when("result/resultStatus", &["\"S\""])
    .errors(
        &ErrorShape::RFC6749
            .code(paths!["result/resultCode"])
            .subcode(paths!["result/resultStatus"])
            .description(paths!["result/resultMessage"])
            .remedies(&[("U", Remedy::Retry)]),
    );

/// The base of the methods of Alipay's gateway, whose tokens make no header.
const OPEN_PLATFORM: Dialect = Dialect::RFC6749
    .by("Alipay")
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["re_expires_in"])])
    .authorization(Authorization::None);

/// The error responses of Alipay's gateway.
const GATEWAY: ErrorShape = ErrorShape::RFC6749.error_when(paths!["error_response"]).remedies(&[
    ("isv.code-invalid", Remedy::Reauthenticate),
    ("20000", Remedy::Retry),
    ("20001", Remedy::Reauthenticate),
    ("40001", Remedy::FixRequest),
    ("40006", Remedy::FixClient),
]);

/// China's time zone, which has no summer time.
const CHINA: UtcOffset = match UtcOffset::from_hms(8, 0, 0) {
    Ok(zone) => zone,
    Err(_) => UtcOffset::UTC,
};
