//! NetEase.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `netease`: NetEase's token endpoint.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":"86400"}
/// ```
///
/// Source: aspnet-contrib/AspNet.Security.OAuth.Providers `test/…/NetEase/bundle.json`.
pub static NETEASE: Dialect = Dialect::oauth2("netease", "NetEase", Evidence::Tested)
    .with_quirks("expires_in is a string")
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()]);
