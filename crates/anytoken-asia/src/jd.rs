//! JD.com.

use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `jd`: JD.com's token endpoint.
///
/// The older endpoint sends `code` and `time` as strings, the newer one as numbers, with `open_id` beside `uid`. An
/// error response has status 200, and its text in English and in Chinese.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":86400,"refresh_token":"EXAMPLE-REFRESH","scope":"snsapi_base",
///  "open_id":"example","uid":"example","time":1767225600000,"token_type":"bearer","code":0}
/// ```
///
/// Source: jos.jd.com, "OAuth2"; justauth/JustAuth `AuthJdRequest.java`; a captured body of `oauth.jd.com/oauth/token`.
pub static JD: Dialect = Dialect::oauth2("jd", "JD.com", Evidence::Tested)
    .with_quirks(
        "the instant of issue is in milliseconds; code 0 means success; error responses have status 200",
    )
    .subject(paths!["open_id", "uid"])
    .issued_at(&[TimeRule::epoch_milliseconds(paths!["time"])])
    .authorization(Authorization::None)
    .ok_when("code", &["0"])
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["error_response"])
            .code(paths!["error_response/code"])
            .description(paths!["error_response/en_desc", "error_response/zh_desc"]),
    );
