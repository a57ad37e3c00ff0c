//! Samsung.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `smartthings`: Samsung SmartThings.
///
/// The tokens of classic SmartApps live for about fifty years, which is a lifetime and not an instant.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","refresh_token":"EXAMPLE-REFRESH","expires_in":86399,
///  "scope":"r:devices:* x:devices:*","access_tier":0,
///  "installed_app_id":"11111111-2222-3333-4444-555555555555"}
/// ```
///
/// Source: home-assistant/core, tests of its SmartThings integration; SmartThingsCommunity/smartapp-sdk-nodejs
/// `lib/smart-app.js`; SmartThings' classic documentation, "Web Services SmartApp".
pub static SMARTTHINGS: Dialect = Dialect::oauth2("smartthings", "Samsung", Evidence::Tested)
    .with_quirks("the subject is installed_app_id; a lifetime may be fifty years")
    .detected_by(&["installed_app_id"])
    .subject(paths!["installed_app_id"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).of_any_size()]);
