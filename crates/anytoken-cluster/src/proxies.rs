//! Sessions at proxies.

use anytoken_core::Adapter;
use anytoken_core::dialect::{Dialect, TimeRule, paths};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&TELEPORT_WEB_SESSION];

/// `teleport-web-session`: a session of Teleport's proxy.
///
/// `sessionExpires` is the expiry of the session and `sessionInactiveTimeout`, in milliseconds, that of an idle one:
/// the token's is neither of them.
///
/// ```json
/// {"type":"bearer","token":"EXAMPLE-ACCESS","expires_in":599,"sessionExpires":"2026-01-01T12:00:00Z",
///  "sessionInactiveTimeout":0}
/// ```
///
/// Source: gravitational/teleport `lib/web/apiserver.go`.
pub static TELEPORT_WEB_SESSION: Dialect = Dialect {
    id: "teleport-web-session",
    vendor: "Teleport",
    quirks: "type is the token type; the session has its own expiry",
    signature: &["sessionExpires", "sessionInactiveTimeout"],
    access_token: paths!["token"],
    token_type: paths!["type"],
    expires: &[TimeRule::seconds(paths!["expires_in"])],
    ..Dialect::BARE
};
