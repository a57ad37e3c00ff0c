//! Mailchimp.

use anytoken_core::dialect::{Dialect, Evidence, Special, TimeRule, paths};

/// `mailchimp`: Mailchimp's token endpoint.
///
/// The scope is `null`, and no token type is sent. The host to call is in the response of `/oauth2/metadata`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":0,"scope":null}
/// ```
///
/// Source: mailchimp.com/developer, "Access Data on Behalf of Other Users with OAuth 2"; requests/requests-oauthlib
/// `tests/test_compliance_fixes.py`.
pub static MAILCHIMP: Dialect = Dialect::oauth2("mailchimp", "Mailchimp", Evidence::Tested)
    .with_quirks("a lifetime of 0 means never")
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).when(&[("0", Special::Never)])]);
