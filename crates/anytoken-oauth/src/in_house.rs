//! Servers without a vendor.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, Wire, paths};

/// `bare-token`: the login of a server that sends `token`, or a bare JSON string.
///
/// The lifetime, the expiry and a refresh token may be beside it. Only the name of the format says that `token` is an
/// access token.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","expires_in":86400}
/// ```
///
/// Source: grafana/grafana-infinity-datasource issue 956; magodo/terraform-provider-restful issue 157.
pub static BARE_TOKEN: Dialect = Dialect::oauth2("bare-token", "in-house servers", Evidence::Tested)
    .with_aliases(&["token-alone"])
    .with_quirks("the token is in token, or is the body")
    .wire(Wire::Text)
    .access_token(paths!["token", "#text"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]), TimeRule::epoch(paths!["expires_at"])]);

/// `data-wrapped`: RFC 6749 in `data`, by a server that wraps every response.
///
/// ```json
/// {"data":{"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":3600,"refresh_token":"EXAMPLE-REFRESH"}}
/// ```
///
/// Source: omniauth/omniauth-oauth2 issue 159.
pub static DATA_WRAPPED: Dialect = Dialect::oauth2("data-wrapped", "in-house servers", Evidence::Tested)
    .with_quirks("all in data")
    .envelope("data");
