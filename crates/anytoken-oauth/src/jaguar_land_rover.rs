//! Jaguar Land Rover.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `jlr`: the login of Jaguar's and Land Rover's apps.
///
/// `authorization_token` is a second token, with which a device is registered.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","authorization_token":"EXAMPLE-SECOND","expires_in":"86400",
///  "refresh_token":"EXAMPLE-REFRESH","token_type":"bearer"}
/// ```
///
/// Source: evcc-io/evcc `vehicle/jlr/types.go`.
pub static JLR: Dialect = Dialect::oauth2("jlr", "Jaguar Land Rover", Evidence::Unverified)
    .with_quirks("expires_in is a string; a second token is beside it")
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()]);
