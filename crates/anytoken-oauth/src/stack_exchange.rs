//! Stack Exchange.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `stackexchange`: Stack Exchange's token endpoint.
///
/// The body is a form, or JSON from `/access_token/json`. No token type is sent.
///
/// ```text
/// access_token=EXAMPLE-ACCESS&expires=86400
/// ```
///
/// Source: api.stackexchange.com, "Authentication"; aspnet-contrib/AspNet.Security.OAuth.Providers
/// `StackExchange/bundle.json`.
pub static STACKEXCHANGE: Dialect = Dialect::oauth2("stackexchange", "Stack Exchange", Evidence::Tested)
    .with_quirks("a form or JSON; the lifetime is in expires")
    .expires_at(&[TimeRule::seconds(paths!["expires"])]);
