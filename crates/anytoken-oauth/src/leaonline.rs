//! leaonline.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence};

/// `leaonline-oauth2-server`: leaonline's OAuth server for Meteor.
///
/// `expires_in` is the instant of expiry in RFC 3339; a number there is still a lifetime. The code of every error
/// response is `unauthorized_client`, which says nothing about the remedy.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":"2026-01-01T01:00:00.000Z",
///  "refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: leaonline/oauth2-server `lib/oauth.js`, `OAUTH2_SPEC_ISSUES.md`, issue 3, pull request 29.
pub static LEAONLINE_OAUTH2_SERVER: Dialect =
    Dialect::oauth2("leaonline-oauth2-server", "leaonline", Evidence::Documented)
        .with_quirks("expires_in is a date; one code for all error responses")
        // A date is decoded in every lifetime, so the times need no rule of their own.
        .errors(&ErrorShape::RFC6749.remedies(&[("unauthorized_client", Remedy::Unknown)]));
