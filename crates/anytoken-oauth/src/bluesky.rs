//! Bluesky.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `bluesky-session`: `com.atproto.server.createSession` and `refreshSession`.
///
/// The expiries are in the JWTs only. `did` is permanent, while `handle` may change.
///
/// ```json
/// {"did":"did:plc:example","handle":"example.test","accessJwt":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "refreshJwt":"EXAMPLE.EXAMPLE.EXAMPLE","active":true}
/// ```
///
/// Source: docs.bsky.app, "com.atproto.server.createSession", "com.atproto.server.refreshSession"; recorded from
/// @atproto/pds 0.4.217.
pub static BLUESKY_SESSION: Dialect = Dialect::bare("bluesky-session", "Bluesky", Evidence::Recorded)
    .with_quirks("the tokens are in accessJwt and refreshJwt, the subject in did; no expiry")
    .detected_by(&["accessJwt"])
    .access_token(paths!["accessJwt"])
    .refresh_token(paths!["refreshJwt"])
    .subject(paths!["did"])
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("AuthFactorTokenRequired", Remedy::Interact),
        ("AuthenticationRequired", Remedy::Reauthenticate),
        ("ExpiredToken", Remedy::Reauthenticate),
        ("InvalidRequest", Remedy::FixRequest),
        ("InvalidToken", Remedy::Reauthenticate),
        ("RateLimitExceeded", Remedy::Retry),
    ]));

/// `bluesky-oauth`: the token endpoint of an AT Protocol server.
///
/// Tokens are bound to a key by proofs. `use_dpop_nonce` asks for another try with the nonce of the header
/// `DPoP-Nonce`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"DPoP","refresh_token":"EXAMPLE-REFRESH","scope":"atproto",
///  "expires_in":3600,"sub":"did:plc:example"}
/// ```
///
/// Source: atproto.com, "OAuth"; RFC 9449 §8; recorded from @atproto/pds 0.4.217.
pub static BLUESKY_OAUTH: Dialect = Dialect::oauth2("bluesky-oauth", "Bluesky", Evidence::Recorded)
    .with_quirks("the token type is DPoP; the subject is always sent, in sub")
    .subject(paths!["sub"]);
