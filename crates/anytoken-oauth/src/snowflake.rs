//! Snowflake.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

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
