//! Katana, Microsoft's OAuth server for OWIN.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `aspnet-owin`: a server that is built with Katana.
///
/// The instants of issue and of expiry are HTTP dates, in members whose names begin with a dot. The host may add
/// members.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":3599,"refresh_token":"EXAMPLE-REFRESH",
///  "as:client_id":"EXAMPLE-CLIENT","userName":"example",".issued":"Thu, 01 Jan 2026 00:00:00 GMT",
///  ".expires":"Thu, 01 Jan 2026 01:00:00 GMT"}
/// ```
///
/// Source: aspnet/AspNetKatana `OAuthAuthorizationServerHandler.cs`; tests of public clients.
pub static ASPNET_OWIN: Dialect = Dialect::oauth2("aspnet-owin", "Microsoft", Evidence::Tested)
    .with_quirks("the expiry is an HTTP date beside the lifetime, in .expires")
    .detected_by(&[".expires"])
    .client_id(paths!["as:client_id"])
    .subject(paths!["userName"])
    .issued_at(&[TimeRule::rfc3339(paths![".issued"])])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]), TimeRule::rfc3339(paths![".expires"])]);
