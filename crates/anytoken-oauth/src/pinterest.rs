//! Pinterest.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `pinterest-v5`: the token endpoint of Pinterest's fifth API.
///
/// `response_type` is the grant. The refresh token has a lifetime, an absolute expiry, or both.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","response_type":"authorization_code",
///  "token_type":"bearer","expires_in":2592000,"refresh_token_expires_in":31536000,"scope":"boards:read pins:read"}
/// ```
///
/// Source: developers.pinterest.com, "Generate OAuth access token"; pinterest/api-quickstart (its Python tests);
/// pinterest/pinterest-api-demo issue 16 (an error response).
pub static PINTEREST_V5: Dialect = Dialect::oauth2("pinterest-v5", "Pinterest", Evidence::Tested)
    .with_quirks("spaces or commas between scopes; the refresh token's expiry is a lifetime and an epoch")
    .scopes_separated_by(&[' ', ',', '\t', '\n', '\r'])
    .refresh_token_expires_at(&[
        TimeRule::epoch(paths!["refresh_token_expires_at"]),
        TimeRule::seconds(paths!["refresh_token_expires_in"]),
    ])
    .errors(&ErrorShape::RFC6749.remedies(&[("283", Remedy::Reauthenticate)]));
