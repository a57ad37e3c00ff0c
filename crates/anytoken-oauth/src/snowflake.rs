//! Snowflake.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `snowflake`: Snowflake OAuth.
///
/// `refresh_token_expires_in` may be there without a refresh token. `code` in an error response is null.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":600,"refresh_token":"EXAMPLE-REFRESH","token_type":"Bearer",
///  "username":"example","refresh_token_expires_in":86399,"idpInitiated":false}
/// ```
///
/// Source: docs.snowflake.com, "Configure Snowflake OAuth for custom clients"; snowflakedb/gosnowflake `test_data`.
pub static SNOWFLAKE: Dialect = Dialect::oauth2("snowflake", "Snowflake", Evidence::Tested)
    .with_quirks("the subject is username; refresh_token_expires_in; the error text is in message")
    .detected_by(&["idpInitiated"])
    .subject(paths!["username"])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"])]);

/// `snowflake-session`: the login of a driver, or the renewal of its session.
///
/// The master token renews the session: it is the refresh token. A login and a renewal have different names. `idToken`
/// is an entry of the driver's cache, not an ID token. The header of a request is `Snowflake Token="…"`, which is not a
/// scheme followed by a token. Error responses have status 200.
///
/// ```json
/// {"data":{"masterToken":"EXAMPLE-MASTER","token":"EXAMPLE-ACCESS","validityInSeconds":3600,
///  "masterValidityInSeconds":14400,"sessionId":1},"code":null,"message":null,"success":true}
/// ```
///
/// Source: snowflakedb/snowflake-connector-python `src/snowflake/connector/network.py`; snowflake-sdk 3.3.0
/// `services/sf.js`; tests of gosnowflake.
pub static SNOWFLAKE_SESSION: Dialect = Dialect::bare("snowflake-session", "Snowflake", Evidence::Tested)
    .with_quirks("all in data; the master token is the refresh token; success is false in error responses")
    .detected_by(&["data/masterValidityInSeconds", "data/validityInSecondsMT"])
    .envelope("data")
    .access_token(paths!["token", "sessionToken"])
    .refresh_token(paths!["masterToken"])
    .expires_at(&[TimeRule::seconds(paths!["validityInSeconds", "validityInSecondsST"])])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["masterValidityInSeconds", "validityInSecondsMT"])])
    .authorization(Authorization::None)
    .ok_when("success", &["true"])
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("390100", Remedy::Reauthenticate),
        ("390113", Remedy::Reauthenticate),
        ("390114", Remedy::Reauthenticate),
        ("390115", Remedy::Reauthenticate),
        ("390195", Remedy::Reauthenticate),
        ("390400", Remedy::FixRequest),
    ]));
