//! Airtable.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `airtable`: Airtable's token endpoint.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","refresh_token":"EXAMPLE-REFRESH","expires_in":3600,
///  "refresh_expires_in":5184000,"scope":"data.records:read"}
/// ```
///
/// Source: airtable.com/developers, "OAuth reference"; aspnet-contrib/AspNet.Security.OAuth.Providers
/// `Airtable/bundle.json`.
pub static AIRTABLE: Dialect = Dialect::oauth2("airtable", "Airtable", Evidence::Tested)
    .with_quirks("the refresh token's lifetime is in refresh_expires_in")
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_expires_in"])]);
