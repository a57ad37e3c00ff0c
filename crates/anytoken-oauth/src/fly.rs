//! Fly.io.

use anytoken_core::dialect::{Dialect, Evidence, Wire, paths};

/// `fly-io-oidc`: the OIDC token of a Fly Machine.
///
/// The expiry is in the JWT. An error response is text.
///
/// ```text
/// EXAMPLE.EXAMPLE.EXAMPLE
/// ```
///
/// Source: fly.io, Machines API, "OpenID Connect tokens".
pub static FLY_IO_OIDC: Dialect = Dialect::bare("fly-io-oidc", "Fly.io", Evidence::Documented)
    .with_quirks("the body is an ID token; no expiry")
    .wire(Wire::Text)
    .id_token(paths!["#text"]);
