//! LINE.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `line-login`: LINE Login.
///
/// `openid` is not in `scope`, even beside an ID token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":2592000,"id_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "refresh_token":"EXAMPLE-REFRESH","scope":"profile","token_type":"Bearer"}
/// ```
///
/// Source: developers.line.biz, "LINE Login v2.1 API reference"; python-social-auth/social-core
/// `social_core/backends/line.py`.
pub static LINE_LOGIN: Dialect = Dialect::oauth2("line-login", "LINE", Evidence::Documented)
    .with_quirks("openid is never in scope; error responses of version 1 have their own members")
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["errorCode", "statusCode"])
            .description(paths!["statusMessage"]),
    );

/// `line-channel`: the tokens of a Messaging API channel: short-lived, stateless, and by an assertion.
///
/// `key_id` identifies the token in a list of the channel's tokens.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"Bearer","expires_in":2592000,"key_id":"example"}
/// ```
///
/// Source: developers.line.biz, "Messaging API reference", channel access tokens.
pub static LINE_CHANNEL: Dialect =
    Dialect::oauth2("line-channel", "LINE", Evidence::Documented).with_quirks("key_id is beside the token");
