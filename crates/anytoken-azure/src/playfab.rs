//! PlayFab.

use anytoken_core::dialect::{Authorization, Dialect, Evidence, Place, TimeRule, paths};

/// `playfab`: a player's login, or `GetEntityToken`.
///
/// A login returns a session ticket and, related, an entity token with an expiry of its own; `GetEntityToken` returns
/// only the entity token. They are sent in the headers `X-Authorization` and `X-EntityToken`.
///
/// ```json
/// {"code":200,"status":"OK","data":{"SessionTicket":"EXAMPLE-TICKET","PlayFabId":"EXAMPLE-PLAYER",
///  "EntityToken":{"EntityToken":"EXAMPLE-ENTITY","TokenExpiration":"2026-01-02T00:00:00Z",
///  "Entity":{"Id":"EXAMPLE-ID","Type":"title_player_account"}}}}
/// ```
///
/// Source: playfab-sdk 2.187 for Node.js, `PlayFabClient.d.ts` (LoginResult), `PlayFabAuthentication.d.ts`
/// (GetEntityTokenResponse); tests of clients.
pub static PLAYFAB: Dialect = Dialect::like(&ENTITY, "playfab", Evidence::Tested)
    .with_quirks("all in data; a login has two tokens, each with a header of its own")
    .detected_by(&["data/SessionTicket+data/PlayFabId", "data/EntityToken+data/TokenExpiration"])
    .envelope("data")
    .access_token(paths!["SessionTicket", "EntityToken"])
    .subject(paths!["PlayFabId", "Entity/Id"])
    .related(&[Place::like(&ENTITY).envelope("data/EntityToken")]);

/// The token of an entity.
const ENTITY: Dialect = Dialect::BARE
    .by("Microsoft")
    .access_token(paths!["EntityToken"])
    .subject(paths!["Entity/Id"])
    .expires_at(&[TimeRule::rfc3339(paths!["TokenExpiration"])])
    .authorization(Authorization::None);
