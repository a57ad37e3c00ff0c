//! LiveKit.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `livekit-token-source`: an endpoint that LiveKit's client libraries ask for the token of a room's participant.
///
/// The status is 201. The expiry is only in the JWT. Older servers send camelCase.
///
/// ```json
/// {"server_url":"wss://example.livekit.cloud","participant_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: livekit/client-sdk-js 2.23.0 `src/room/token-source`, and its tests.
pub static LIVEKIT_TOKEN_SOURCE: Dialect = Dialect::bare("livekit-token-source", "LiveKit", Evidence::Tested)
    .with_quirks("the token is in participant_token or participantToken; no expiry")
    .detected_by(&["participant_token", "participantToken"])
    .access_token(paths!["participant_token", "participantToken"])
    .api_url(paths!["server_url", "serverUrl"]);
