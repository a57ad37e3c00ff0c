//! Tailscale.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `tailscale-oauth`: OAuth clients of Tailscale.
///
/// Scopes contain colons.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":3600,"scope":"devices:core"}
/// ```
///
/// Source: tailscale.com, "OAuth clients"; tailscale/tailscale `client/tailscale/tailscale.go`, `ErrResponse`.
pub static TAILSCALE_OAUTH: Dialect = Dialect::oauth2("tailscale-oauth", "Tailscale", Evidence::Documented)
    .with_quirks("error responses have a message without a code")
    .errors(&ErrorShape::RFC6749.error_when(paths!["message"]));
