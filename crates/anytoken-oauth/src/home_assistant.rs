//! Home Assistant.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `home-assistant`: the token endpoint of Home Assistant.
///
/// A refresh brings no new refresh token. The status is 403 if the user is inactive. `ha_auth_provider` may name how the
/// user signed in.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":1800,"refresh_token":"EXAMPLE-REFRESH","token_type":"Bearer"}
/// ```
///
/// Source: home-assistant/developers.home-assistant `docs/auth_api.md`; recorded from homeassistant 2023.12.4.
pub static HOME_ASSISTANT: Dialect =
    Dialect::oauth2("home-assistant", "Home Assistant", Evidence::Recorded).with_quirks("follows RFC 6749");

/// `home-assistant-websocket`: a long-lived token from `auth/long_lived_access_token`.
///
/// The body is a message of the WebSocket. Only the request states the lifetime.
///
/// ```json
/// {"id":11,"type":"result","success":true,"result":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: home-assistant/developers.home-assistant `docs/auth_api.md`; recorded from homeassistant 2023.12.4.
pub static HOME_ASSISTANT_WEBSOCKET: Dialect =
    Dialect::bare("home-assistant-websocket", "Home Assistant", Evidence::Recorded)
        .with_quirks("the token is in result; success is false in error responses; no expiry")
        .constant_members(&[("type", "\"result\"")])
        .access_token(paths!["result"])
        .ok_when("success", &["true"]);
