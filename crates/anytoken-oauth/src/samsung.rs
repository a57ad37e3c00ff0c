//! Samsung.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `smartthings`: Samsung SmartThings.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","refresh_token":"EXAMPLE-REFRESH","expires_in":86399,
///  "scope":"r:devices:* x:devices:*","access_tier":0,
///  "installed_app_id":"11111111-2222-3333-4444-555555555555"}
/// ```
///
/// Source: home-assistant/core, tests of its SmartThings integration; SmartThingsCommunity/smartapp-sdk-nodejs
/// `lib/smart-app.js`.
pub static SMARTTHINGS: Dialect = Dialect::oauth2("smartthings", "Samsung", Evidence::Tested)
    .with_quirks("the subject is installed_app_id")
    .detected_by(&["installed_app_id"])
    .subject(paths!["installed_app_id"]);
