//! Japan.

use anytoken_core::Adapter;
use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&LINE_LOGIN, &LINE_CHANNEL, &YAHOO_JAPAN, &PIXIV, &QIITA];

/// `line-login`: LINE Login.
///
/// `openid` is not in `scope` though an ID token is there. Error responses of version 1 have `errorCode` or
/// `statusCode`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":2592000,"id_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "refresh_token":"EXAMPLE-REFRESH","scope":"profile","token_type":"Bearer"}
/// ```
///
/// Source: developers.line.biz, "LINE Login v2.1 API reference"; python-social-auth/social-core
/// `social_core/backends/line.py`.
pub static LINE_LOGIN: Dialect = Dialect {
    id: "line-login",
    vendor: "LINE",
    quirks: "openid is never in scope; version 1 has its own errors",
    errors: ErrorShape {
        signs: paths!["error", "errorCode", "statusCode"],
        code: paths!["error", "errorCode", "statusCode"],
        description: paths!["error_description", "errorMessage", "statusMessage"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `line-channel`: the tokens of a Messaging API channel: short-lived, stateless, and by an assertion.
///
/// `key_id` names the token when all of a channel's are listed, and is kept.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"Bearer","expires_in":2592000,"key_id":"example"}
/// ```
///
/// Source: developers.line.biz, "Messaging API reference", channel access tokens.
pub static LINE_CHANNEL: Dialect =
    Dialect { id: "line-channel", vendor: "LINE", quirks: "key_id beside the token", ..Dialect::STANDARD };

/// `yahoo-japan`: Yahoo! JAPAN, YConnect version 2.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","refresh_token":"EXAMPLE-REFRESH","expires_in":3600,
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: developer.yahoo.co.jp, "YConnect v2, token endpoint".
pub static YAHOO_JAPAN: Dialect = Dialect { id: "yahoo-japan", vendor: "Yahoo! JAPAN", ..Dialect::STANDARD };

/// `pixiv`: pixiv.
///
/// The whole response is there twice, at the top and in `response`, which older responses have alone. `user.id` is a
/// string or a number. The text of an error response is in `errors.system.message`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3600,"token_type":"bearer","scope":"",
///  "refresh_token":"EXAMPLE-REFRESH","user":{"id":"1"},"response":{"access_token":"EXAMPLE-ACCESS",
///  "expires_in":3600,"token_type":"bearer","scope":"","refresh_token":"EXAMPLE-REFRESH","user":{"id":"1"}}}
/// ```
///
/// Source: `oauth.secure.pixiv.net/auth/token` as upbit/pixivpy and tests of public clients have it.
pub static PIXIV: Dialect = Dialect {
    id: "pixiv",
    vendor: "pixiv",
    quirks: "everything twice, at the top and in response",
    access_token: paths!["access_token", "response/access_token"],
    refresh_token: paths!["refresh_token", "response/refresh_token"],
    token_type: paths!["token_type", "response/token_type"],
    scope: paths!["scope", "response/scope"],
    subject: paths!["user/id", "response/user/id"],
    expires: &[TimeRule::seconds(paths!["expires_in", "response/expires_in"])],
    errors: ErrorShape {
        description: paths!["errors/system/message", "error_description"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `qiita`: Qiita.
///
/// Status 201. `scopes` is an array, and no expiry is stated. An error response has a word in `type` and its text in
/// `message`.
///
/// ```json
/// {"client_id":"example","scopes":["read_qiita"],"token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: qiita.com/api/v2/docs, `POST /api/v2/access_tokens`, errors; python-social-auth/social-core
/// `social_core/tests/backends/test_qiita.py`.
pub static QIITA: Dialect = Dialect {
    id: "qiita",
    vendor: "Qiita",
    quirks: "token, and scopes in an array",
    access_token: paths!["token"],
    token_type: paths!["token_type"],
    scope: paths!["scopes"],
    client_id: paths!["client_id"],
    errors: ErrorShape {
        code: paths!["type", "error"],
        description: paths!["message", "error_description"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};
