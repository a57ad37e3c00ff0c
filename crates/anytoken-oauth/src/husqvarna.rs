//! Husqvarna.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `husqvarna-iam`: the login of Husqvarna's apps, version 3.
///
/// The response is a resource of JSON:API whose id is the token. The unit of the lifetime in its attributes is not
/// documented, and clients disagree on it, so that the lifetime is not decoded.
///
/// ```json
/// {"data":{"type":"token","id":"EXAMPLE-ACCESS","attributes":{"expires_in":863999,"provider":"husqvarna"}}}
/// ```
///
/// Source: nicoduj/homebridge-automower issue 9, and its client.
pub static HUSQVARNA_IAM: Dialect = Dialect::bare("husqvarna-iam", "Husqvarna", Evidence::Tested)
    .with_quirks("JSON:API; the token is the id; the lifetime's unit is unknown")
    .access_token(paths!["data/id"])
    .errors(&ErrorShape::RFC6749.remedies(&[("invalid.login", Remedy::Reauthenticate)]));
