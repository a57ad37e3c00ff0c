//! Twitch.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `twitch`: Twitch's token endpoint.
///
/// An error response has no code but its status, or the reason phrase of HTTP in `error`. Only the text says what is
/// wrong.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":14124,"refresh_token":"EXAMPLE-REFRESH",
///  "scope":["channel:moderate","chat:read"],"token_type":"bearer"}
/// ```
///
/// Source: dev.twitch.tv, "Getting OAuth Access Tokens", "Refreshing Access Tokens".
pub static TWITCH: Dialect = Dialect::oauth2("twitch", "Twitch", Evidence::Documented)
    .with_quirks("scope is an array; the error code is the HTTP status or its reason phrase")
    .errors(
        &ErrorShape::RFC6749
            .code(paths!["error"])
            .subcode(paths!["message"])
            .remedies(&[("Invalid refresh token", Remedy::Reauthenticate)]),
    );
