//! RingCentral.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `ringcentral`: RingCentral's token endpoint.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":7199,"refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_expires_in":604799,"scope":"CallLog SMS","owner_id":"256440016"}
/// ```
///
/// Source: ringcentral/ringcentral-api-docs `docs/authentication/auth-code-flow.md`.
pub static RINGCENTRAL: Dialect = Dialect::oauth2("ringcentral", "RingCentral", Evidence::Documented)
    .with_quirks("the subject is owner_id; refresh_token_expires_in")
    .subject(paths!["owner_id"])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"])]);
