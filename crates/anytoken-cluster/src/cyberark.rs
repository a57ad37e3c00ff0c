//! CyberArk.

use anytoken_core::Result;
use anytoken_core::dialect::{Authorization, Body, Dialect, Evidence, Wire, paths};

/// `conjur`: `authenticate` of Conjur.
///
/// The body is a flattened JWS, or its Base64 if the client requests it. The header of a request is `Token token="…"`
/// with the Base64, which is not a scheme followed by a token. The instant of issue is only in the token.
///
/// ```json
/// {"protected":"RVhBTVBMRQ==","payload":"RVhBTVBMRQ==","signature":"RVhBTVBMRQ=="}
/// ```
///
/// Source: cyberark/conjur `design/proposals/encoded_token_response.md`.
pub static CONJUR: Dialect = Dialect::bare("conjur", "CyberArk", Evidence::Documented)
    .with_quirks("the whole body is the token; no expiry; no Authorization header")
    .detected_by(&["protected"])
    .wire(Wire::Text)
    .before_decode(take_whole_body)
    .after_encode(|encoded| encoded.content_type = "application/json")
    .access_token(paths!["#text"])
    .authorization(Authorization::None);

/// The members of a flattened JWS (RFC 7515 §7.2.2).
const JWS: [&str; 4] = ["protected", "header", "payload", "signature"];

/// Makes the whole body the token if it is a JWS and nothing else.
fn take_whole_body(body: &mut Body<'_>) -> Result<()> {
    let is_refused = body.status().is_some_and(|status| status >= 400);
    if is_refused || body.members().any(|member| !JWS.contains(&&*member.name())) {
        Ok(())
    } else {
        body.wrap_json(&["protected"])
    }
}
