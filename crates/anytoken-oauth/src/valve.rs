//! Valve.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `steam`: `GenerateAccessTokenForApp` of Steam's authentication service.
///
/// `response` is empty in an error response, whose code and text are in headers. The expiry is only in the token.
///
/// ```json
/// {"response":{"access_token":"EXAMPLE.EXAMPLE.EXAMPLE"}}
/// ```
///
/// Source: the tests of public Steam clients; partner.steamgames.com, `EResult` of the Steamworks API (codes).
pub static STEAM: Dialect = Dialect::oauth2("steam", "Valve", Evidence::Tested)
    .with_quirks("an envelope; no expiry; error responses are in headers, with status 200")
    .headers(&["x-eresult", "x-error_message"])
    .envelope("response")
    .ok_when("x-eresult", &["\"1\""])
    .errors(&ErrorShape::RFC6749.code(paths!["x-eresult"]).description(paths!["x-error_message"]).remedies(
        &[
            ("5", Remedy::Reauthenticate),
            ("8", Remedy::FixRequest),
            ("15", Remedy::Reauthenticate),
            ("16", Remedy::Retry),
            ("20", Remedy::Retry),
            ("27", Remedy::Reauthenticate),
            ("84", Remedy::Retry),
        ],
    ));
