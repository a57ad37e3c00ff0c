//! Venafi.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `venafi-vedauth`: `vedauth/authorize` and `vedauth/token` of Venafi's Trust Protection Platform.
///
/// `refresh_until` is the expiry of the grant. Commas separate the privileges within one scope. The response to a
/// refresh has no scope.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires":1767229200,"identity":"local:example","refresh_token":"EXAMPLE-REFRESH",
///  "refresh_until":1798761600,"scope":"certificate:manage,revoke;ssh:manage","token_type":"Bearer"}
/// ```
///
/// Source: Venafi/vcert `pkg/venafi/tpp/tpp.go`, `cmd/vcert/cmdHelper.go`, `README-CLI-PLATFORM.md` (the separators).
pub static VENAFI_VEDAUTH: Dialect = Dialect::oauth2("venafi-vedauth", "Venafi", Evidence::Documented)
    .with_quirks("expires and refresh_until are instants; semicolons between scopes")
    .detected_by(&["refresh_until"])
    .scopes_separated_by(&[';'])
    .subject(paths!["identity"])
    .expires_at(&[TimeRule::epoch(paths!["expires"]), TimeRule::seconds(paths!["expires_in"]).read_only()])
    .refresh_token_expires_at(&[TimeRule::epoch(paths!["refresh_until"])]);
