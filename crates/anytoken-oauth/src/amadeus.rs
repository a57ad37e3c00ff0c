//! Amadeus.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `amadeus`: Amadeus for Developers.
///
/// `type` is a kind of resource, not the token type, and `state` is not that of the request. An error response has a
/// number in `code` beside `error`.
///
/// ```json
/// {"type":"amadeusOAuth2Token","username":"user@example.com","application_name":"Example",
///  "client_id":"EXAMPLE-CLIENT","token_type":"Bearer","access_token":"EXAMPLE-ACCESS","expires_in":1799,
///  "state":"approved","scope":""}
/// ```
///
/// Source: amadeus4dev/developer-guides `docs/API-Keys/authorization.md`; developers.amadeus.com, "Common client and
/// server errors".
pub static AMADEUS: Dialect = Dialect::oauth2("amadeus", "Amadeus", Evidence::Documented)
    .with_quirks("type and state describe the token; the subject is in username")
    .client_id(paths!["client_id"])
    .subject(paths!["username"]);
