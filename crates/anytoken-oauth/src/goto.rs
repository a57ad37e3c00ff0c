//! GoTo.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `gotomeeting-legacy`: GoToMeeting while it was Citrix's.
///
/// The status is 201.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":"30758399","refresh_token":"EXAMPLE-REFRESH",
///  "organizer_key":"2000000000003345","account_key":"200000000000002211","account_type":"corporate"}
/// ```
///
/// Source: GoTo's developer documentation as quoted in public code.
pub static GOTOMEETING_LEGACY: Dialect = Dialect::oauth2("gotomeeting-legacy", "GoTo", Evidence::Unverified)
    .with_quirks("no token_type; expires_in is a string; the subject is in organizer_key")
    .detected_by(&["organizer_key"])
    .subject(paths!["organizer_key"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()]);
