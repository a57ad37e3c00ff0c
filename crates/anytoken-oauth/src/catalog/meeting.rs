//! Calls, meetings and appointments.

use anytoken_core::Adapter;
use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&ZOOM, &WEBEX, &RINGCENTRAL, &GOTOMEETING_LEGACY, &CALENDLY];

/// `zoom`: Zoom.
///
/// `api_url` is the host to call. An error response has its text in `reason`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","refresh_token":"EXAMPLE-REFRESH","expires_in":3599,
///  "scope":"user:read","api_url":"https://api.zoom.us"}
/// ```
///
/// Source: python-social-auth/social-core `social_core/tests/backends/test_zoom.py`; devforum.zoom.us.
pub static ZOOM: Dialect = Dialect {
    id: "zoom",
    vendor: "Zoom",
    quirks: "the error text is in reason",
    api_url: paths!["api_url"],
    errors: ErrorShape {
        description: paths!["reason", "error_description", "error/message"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `webex`: Webex.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":1209599,"refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_expires_in":7775999,"token_type":"Bearer"}
/// ```
///
/// Source: developer.webex.com, "Integrations & Authorization".
pub static WEBEX: Dialect = Dialect {
    id: "webex",
    vendor: "Cisco",
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"])],
    ..Dialect::STANDARD
};

/// `ringcentral`: RingCentral.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":7199,"refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_expires_in":604799,"scope":"CallLog SMS","owner_id":"256440016"}
/// ```
///
/// Source: ringcentral/ringcentral-api-docs `docs/authentication/auth-code-flow.md`.
pub static RINGCENTRAL: Dialect = Dialect {
    id: "ringcentral",
    vendor: "RingCentral",
    quirks: "owner_id is the user",
    subject: paths!["owner_id"],
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"])],
    ..Dialect::STANDARD
};

/// `gotomeeting-legacy`: GoToMeeting in Citrix's time, with status 201.
///
/// `expires_in` is a string, and no type is sent. `organizer_key` is the user.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":"30758399","refresh_token":"EXAMPLE-REFRESH",
///  "organizer_key":"2000000000003345","account_key":"200000000000002211","account_type":"corporate"}
/// ```
///
/// Source: GoTo's developer documentation as quoted in public code.
pub static GOTOMEETING_LEGACY: Dialect = Dialect {
    id: "gotomeeting-legacy",
    vendor: "GoTo",
    quirks: "expires_in is a string; organizer_key is the user",
    signature: &["organizer_key"],
    subject: paths!["organizer_key"],
    expires: &[TimeRule::seconds(paths!["expires_in"]).text()],
    ..Dialect::STANDARD
};

/// `calendly`: Calendly.
///
/// `owner` is the user, as a URI. `created_at` is when the token was first issued; `expires_in` is its remaining
/// lifetime.
///
/// ```json
/// {"token_type":"Bearer","access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","scope":"default",
///  "created_at":1767225600,"expires_in":7200,"organization":"https://api.calendly.com/organizations/EXAMPLE",
///  "owner":"https://api.calendly.com/users/EXAMPLE"}
/// ```
///
/// Source: developer.calendly.com, "Get access token".
pub static CALENDLY: Dialect = Dialect {
    id: "calendly",
    vendor: "Calendly",
    quirks: "created_at is an epoch; owner is the user, as a URI",
    subject: paths!["owner"],
    issued: &[TimeRule::epoch(paths!["created_at"])],
    ..Dialect::STANDARD
};
