//! pixiv.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `pixiv`: pixiv's token endpoint.
///
/// Older responses have only the object in `response`. `user.id` is a string or a number.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3600,"token_type":"bearer","scope":"",
///  "refresh_token":"EXAMPLE-REFRESH","user":{"id":"1"},"response":{"access_token":"EXAMPLE-ACCESS",
///  "expires_in":3600,"token_type":"bearer","scope":"","refresh_token":"EXAMPLE-REFRESH","user":{"id":"1"}}}
/// ```
///
/// Source: `oauth.secure.pixiv.net/auth/token` as upbit/pixivpy and tests of public clients have it.
pub static PIXIV: Dialect = Dialect::oauth2("pixiv", "pixiv", Evidence::Tested)
    .with_quirks("everything is sent twice, at the top level and in response")
    .access_token(paths!["access_token", "response/access_token"])
    .refresh_token(paths!["refresh_token", "response/refresh_token"])
    .token_type(paths!["token_type", "response/token_type"])
    .scopes(paths!["scope", "response/scope"])
    .subject(paths!["user/id", "response/user/id"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in", "response/expires_in"])])
    .errors(&ErrorShape::RFC6749.description(paths!["errors/system/message"]));
