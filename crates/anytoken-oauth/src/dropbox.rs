//! Dropbox.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `dropbox`: Dropbox's token endpoint.
///
/// `uid` is an older id of the user, a string of digits. Older tokens state no expiry.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":14400,"token_type":"bearer","scope":"files.content.read",
///  "refresh_token":"EXAMPLE-REFRESH","account_id":"dbid:EXAMPLE","uid":"12345"}
/// ```
///
/// Source: dropbox.com/developers, "/oauth2/token"; amp-labs/connectors `providers/dropbox.go`.
pub static DROPBOX: Dialect = Dialect::oauth2("dropbox", "Dropbox", Evidence::Documented)
    .with_quirks("the subject is in account_id")
    .subject(paths!["account_id", "uid"]);

/// `dropbox-sign`: Dropbox Sign's token endpoint.
///
/// ```json
/// {"error":{"error_msg":"Unauthorized api key","error_name":"unauthorized"}}
/// ```
///
/// Source: developers.hellosign.com, "Errors", "OAuth Token Generate".
pub static DROPBOX_SIGN: Dialect = Dialect::oauth2("dropbox-sign", "Dropbox", Evidence::Documented)
    .with_quirks("error responses are error_name and error_msg, inside error")
    .errors(&ErrorShape::RFC6749.code(paths!["error/error_name"]).remedies(&[
        ("unauthorized", Remedy::FixClient),
        ("bad_request", Remedy::FixRequest),
        ("exceeded_rate", Remedy::Retry),
        ("maintenance", Remedy::Retry),
    ]));
