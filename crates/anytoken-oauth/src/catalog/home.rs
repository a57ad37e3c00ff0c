//! Cars and houses.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[
    &TESLA,
    &ECOBEE,
    &SMARTTHINGS,
    &HUE_REMOTE_V1,
    &HUE_REMOTE_V2,
    &HOME_ASSISTANT,
    &HOME_ASSISTANT_WEBSOCKET,
    &NETATMO,
];

/// `tesla`: Tesla's login.
///
/// `state` is that of the request.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":3888000,"refresh_token":"EXAMPLE-REFRESH",
///  "created_at":1767225600,"state":"EXAMPLE-STATE"}
/// ```
///
/// Source: timdorr/tesla-api `spec/cassettes/client-login-mfa.yml`.
pub static TESLA: Dialect = Dialect {
    id: "tesla",
    vendor: "Tesla",
    quirks: "created_at is an epoch",
    issued: &[TimeRule::epoch(paths!["created_at"])],
    ..Dialect::STANDARD
};

/// `ecobee`: ecobee's thermostats.
///
/// `expires_in` is in seconds; that of a PIN, which is no token, is in minutes.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":3599,"refresh_token":"EXAMPLE-REFRESH",
///  "scope":"smartWrite"}
/// ```
///
/// Source: ecobee, "PIN Authorization Strategy", "Refreshing Your Tokens", "Authorization Requests and Errors".
pub static ECOBEE: Dialect = Dialect { id: "ecobee", vendor: "ecobee", quirks: "", ..Dialect::STANDARD };

/// `smartthings`: Samsung SmartThings.
///
/// `installed_app_id` is the subject; `access_tier` is kept.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","refresh_token":"EXAMPLE-REFRESH","expires_in":86399,
///  "scope":"r:devices:* x:devices:*","access_tier":0,
///  "installed_app_id":"11111111-2222-3333-4444-555555555555"}
/// ```
///
/// Source: home-assistant/core, tests of its SmartThings integration; SmartThingsCommunity/smartapp-sdk-nodejs
/// `lib/smart-app.js`.
pub static SMARTTHINGS: Dialect = Dialect {
    id: "smartthings",
    vendor: "Samsung",
    quirks: "the installed app is the subject",
    signature: &["installed_app_id"],
    subject: paths!["installed_app_id"],
    ..Dialect::STANDARD
};

/// `hue-remote-v1`: the remote API of Philips Hue, first version.
///
/// Lifetimes are strings, and that of the access token has a name of its own. The type `BearerToken` means Bearer.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","access_token_expires_in":"604799","refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_expires_in":"9676799","token_type":"BearerToken"}
/// ```
///
/// Source: developers.meethue.com, "Remote Authentication", from memory.
pub static HUE_REMOTE_V1: Dialect = Dialect {
    id: "hue-remote-v1",
    vendor: "Philips Hue",
    quirks: "access_token_expires_in; numbers are strings; BearerToken means Bearer",
    signature: &["access_token_expires_in"],
    expires: &[TimeRule::seconds(paths!["access_token_expires_in"]).text()],
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"]).text()],
    bearer_words: &["BearerToken"],
    ..Dialect::STANDARD
};

/// `hue-remote-v2`: the remote API of Philips Hue, second version.
///
/// The refresh token has no expiry.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":604799,"refresh_token":"EXAMPLE-REFRESH","token_type":"bearer"}
/// ```
///
/// Source: peter-murray/node-hue-api `src/api/http/RemoteApi.ts`.
pub static HUE_REMOTE_V2: Dialect =
    Dialect { id: "hue-remote-v2", vendor: "Philips Hue", quirks: "", ..Dialect::STANDARD };

/// `home-assistant`: the token endpoint of a Home Assistant.
///
/// A refresh brings no new refresh token. An inactive user is rejected with status 403.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":1800,"refresh_token":"EXAMPLE-REFRESH","token_type":"Bearer"}
/// ```
///
/// Source: home-assistant/developers.home-assistant `docs/auth_api.md`.
pub static HOME_ASSISTANT: Dialect =
    Dialect { id: "home-assistant", vendor: "Home Assistant", quirks: "", ..Dialect::STANDARD };

/// `home-assistant-websocket`: a long-lived token, by `auth/long_lived_access_token`.
///
/// A message of the WebSocket, whose result is the token. Its lifetime is in the request only.
///
/// ```json
/// {"id":11,"type":"result","success":true,"result":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: home-assistant/developers.home-assistant `docs/auth_api.md`.
pub static HOME_ASSISTANT_WEBSOCKET: Dialect = Dialect {
    id: "home-assistant-websocket",
    vendor: "Home Assistant",
    quirks: "the result is the token; success is the flag",
    fixed: &[("type", "\"result\"")],
    access_token: paths!["result"],
    success: Some((FieldPath::new("success"), &["true"])),
    ..Dialect::BARE
};

/// `netatmo`: Netatmo's OAuth.
///
/// `scope` is an array. The lifetime is present twice, once misspelt, or only misspelt. There is no type. The API
/// rejects with an object whose code is a number, the token endpoint with a word.
///
/// ```json
/// {"scope":["read_station"],"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","expires_in":10800,
///  "expire_in":10800}
/// ```
///
/// Source: public fixtures of `POST /oauth2/token`; philippelt/netatmo-api-python `lnetatmo.py`.
pub static NETATMO: Dialect = Dialect {
    id: "netatmo",
    vendor: "Netatmo",
    quirks: "scope is an array; expire_in beside expires_in",
    expires: &[TimeRule::seconds(paths!["expires_in"]), TimeRule::seconds(paths!["expire_in"])],
    errors: ErrorShape {
        remedies: &[("2", Remedy::Reauthenticate), ("3", Remedy::Reauthenticate)],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};
