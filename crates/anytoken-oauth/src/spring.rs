//! Spring.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `spring-oauth2-bean`: the token of Spring Security OAuth, as it is written by a converter that does not know it.
///
/// The members are those of the Java object.
///
/// ```json
/// {"value":"EXAMPLE-ACCESS","expiration":1767229200000,"tokenType":"bearer",
///  "refreshToken":{"value":"EXAMPLE-REFRESH","expiration":1769817600000},"scope":["read","write"],
///  "additionalInformation":{},"expired":false,"expiresIn":3599}
/// ```
///
/// Source: spring-attic/spring-security-oauth issue 1302.
pub static SPRING_OAUTH2_BEAN: Dialect = Dialect::bare("spring-oauth2-bean", "Spring", Evidence::Tested)
    .with_quirks("the members of a Java object; expiries are in milliseconds since 1970")
    .detected_by(&["additionalInformation"])
    .access_token(paths!["value"])
    .refresh_token(paths!["refreshToken/value"])
    .token_type(paths!["tokenType"])
    .scopes(paths!["scope"])
    .expires_at(&[TimeRule::epoch_milliseconds(paths!["expiration"]), TimeRule::seconds(paths!["expiresIn"])])
    .refresh_token_expires_at(&[TimeRule::epoch_milliseconds(paths!["refreshToken/expiration"])]);

/// `spring-r-envelope`: the answer object of many servers in China that are built with Spring.
///
/// `code` is 0, 1 or 200 for a success. `data` has the members of RFC 6749, or their names in camelCase.
///
/// ```json
/// {"code":200,"msg":"success","data":{"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":3600,
///  "refresh_token":"EXAMPLE-REFRESH"}}
/// ```
///
/// Source: golang/oauth2 issue 551.
pub static SPRING_R_ENVELOPE: Dialect = Dialect::oauth2("spring-r-envelope", "Spring", Evidence::Tested)
    .with_quirks("all in data; code 0, 1 or 200 means success; snake_case or camelCase")
    .envelope("data")
    .access_token(paths!["access_token", "accessToken"])
    .refresh_token(paths!["refresh_token", "refreshToken", "refreshtoken"])
    .token_type(paths!["token_type", "tokenType"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in", "expiresIn"])])
    .ok_when("code", &["0", "1", "200"]);
