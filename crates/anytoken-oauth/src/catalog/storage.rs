//! Files, notes and signed papers.

use anytoken_core::dialect::{Dialect, ErrorShape, Never, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

use crate::OAUTH1;

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&DROPBOX, &DROPBOX_SIGN, &BOX, &EGNYTE, &EVERNOTE];

/// `dropbox`: Dropbox.
///
/// Two ids of the user: `account_id`, and the older `uid`, a string of digits. Tokens of the older kind state no
/// expiry.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":14400,"token_type":"bearer","scope":"files.content.read",
///  "refresh_token":"EXAMPLE-REFRESH","account_id":"dbid:EXAMPLE","uid":"12345"}
/// ```
///
/// Source: dropbox.com/developers, "/oauth2/token"; amp-labs/connectors `providers/dropbox.go`.
pub static DROPBOX: Dialect = Dialect {
    id: "dropbox",
    vendor: "Dropbox",
    quirks: "account_id is the user",
    subject: paths!["account_id", "uid"],
    ..Dialect::STANDARD
};

/// `dropbox-sign`: Dropbox Sign, whose error responses are an object with its own member names.
///
/// ```json
/// {"error":{"error_msg":"Unauthorized api key","error_name":"unauthorized"}}
/// ```
///
/// Source: developers.hellosign.com, "Errors", "OAuth Token Generate".
pub static DROPBOX_SIGN: Dialect = Dialect {
    id: "dropbox-sign",
    vendor: "Dropbox",
    quirks: "errors are error_name and error_msg, in error",
    errors: ErrorShape {
        code: paths!["error/error_name", "error", "error/code"],
        description: paths!["error/error_msg", "error_description", "error/message"],
        remedies: &[
            ("unauthorized", Remedy::FixClient),
            ("bad_request", Remedy::FixRequest),
            ("exceeded_rate", Remedy::Retry),
            ("maintenance", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `box`: Box.
///
/// `restricted_to` binds scopes to single files and folders, so they are not scopes of the token; an empty one means
/// that nothing is restricted. It is kept.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3600,"restricted_to":[],"token_type":"bearer",
///  "refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: box/box-openapi `openapi.json` (AccessToken, ResourceScope); python-social-auth/social-core
/// `social_core/tests/backends/test_box.py`.
pub static BOX: Dialect = Dialect {
    id: "box",
    vendor: "Box",
    quirks: "scopes are bound to objects, in restricted_to",
    signature: &["restricted_to"],
    ..Dialect::STANDARD
};

/// `egnyte`: Egnyte, where a lifetime of −1 means that the token does not expire.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":-1}
/// ```
///
/// Source: developers.egnyte.com, "Public API Authentication", from memory.
pub static EGNYTE: Dialect = Dialect {
    id: "egnyte",
    vendor: "Egnyte",
    quirks: "-1 means never",
    never: &[Never::MinusOne],
    ..Dialect::STANDARD
};

/// `evernote`: OAuth 1.0a of Evernote.
///
/// A form, without a second secret. The expiry is in milliseconds since 1970. `edam_noteStoreUrl` is where to call.
///
/// ```text
/// oauth_token=EXAMPLE-TOKEN&edam_shard=s1&edam_userId=101010&edam_expires=1798761600000
/// &edam_noteStoreUrl=https%3A%2F%2Fwww.evernote.com%2Fshard%2Fs1%2Fnotestore
/// ```
///
/// Source: dev.evernote.com, "OAuth"; python-social-auth/social-core `social_core/tests/backends/test_evernote.py`.
pub static EVERNOTE: Dialect = Dialect {
    id: "evernote",
    vendor: "Evernote",
    quirks: "a form; the expiry is in milliseconds",
    signature: &["edam_expires", "edam_noteStoreUrl", "edam_shard", "edam_userId", "edam_webApiUrlPrefix"],
    api_url: paths!["edam_noteStoreUrl"],
    subject: paths!["edam_userId"],
    expires: &[TimeRule::epoch_milliseconds(paths!["edam_expires"]).text()],
    ..OAUTH1
};
