//! Teleport.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `teleport-web-session`: a session of Teleport's proxy.
///
/// `sessionExpires` is the expiry of the session. `sessionInactiveTimeout`, in milliseconds, ends an idle one. Neither
/// is that of the token.
///
/// ```json
/// {"type":"bearer","token":"EXAMPLE-ACCESS","expires_in":599,"sessionExpires":"2026-01-01T12:00:00Z",
///  "sessionInactiveTimeout":0}
/// ```
///
/// Source: gravitational/teleport `lib/web/apiserver.go`.
pub static TELEPORT_WEB_SESSION: Dialect =
    Dialect::bare("teleport-web-session", "Teleport", Evidence::Documented)
        .with_quirks("the token is in token; type is its type; the session has its own expiry")
        .detected_by(&["sessionExpires", "sessionInactiveTimeout"])
        .access_token(paths!["token"])
        .token_type(paths!["type"])
        .expires_at(&[TimeRule::seconds(paths!["expires_in"])]);
