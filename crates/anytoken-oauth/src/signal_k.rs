//! Signal K.

use anytoken_core::dialect::{Authorization, Dialect, Evidence, paths};

/// `signalk`: a login at a Signal K server.
///
/// ```json
/// {"token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: SignalK/signalk-server `src/tokensecurity.js`, issue 715; recorded from signalk-server 2.23.0.
pub static SIGNALK: Dialect = Dialect::bare("signalk", "Signal K", Evidence::Recorded)
    .with_quirks("token alone; the scheme is JWT; no expiry")
    .access_token(paths!["token"])
    .authorization(Authorization::Scheme("JWT"));
