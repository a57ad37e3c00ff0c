//! Games, and those who watch them.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[
    &TWITCH,
    &TROVO,
    &XBOX_XBL,
    &XBOX_XSTS,
    &MINECRAFT,
    &EPIC_EOS,
    &EPIC_ACCOUNT,
    &BATTLENET,
    &RIOT,
    &PLAYSTATION,
    &NINTENDO,
    &STEAM,
    &LICHESS,
];

/// `twitch`: Twitch's token endpoint.
///
/// Scopes are an array. An error response has no code but its status, or the reason phrase in `error`; what is wrong is
/// said by the text alone.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":14124,"refresh_token":"EXAMPLE-REFRESH",
///  "scope":["channel:moderate","chat:read"],"token_type":"bearer"}
/// ```
///
/// Source: dev.twitch.tv, "Getting OAuth Access Tokens", "Refreshing Access Tokens".
pub static TWITCH: Dialect = Dialect {
    id: "twitch",
    vendor: "Twitch",
    quirks: "scopes as an array; the error code is the HTTP status or its reason phrase",
    errors: ErrorShape {
        code: paths!["error", "error/code", "status"],
        description: paths!["error_description", "error/message", "message"],
        detail: paths!["message"],
        remedies: &[("Invalid refresh token", Remedy::Reauthenticate)],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `trovo`: Trovo's `exchangetoken`.
///
/// `expires_in` is a string. The type is bearer, and the scheme of the header `OAuth` all the same.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":"14400","refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: aspnet-contrib/AspNet.Security.OAuth.Providers `test/…/Trovo/bundle.json`,
/// `TrovoAuthenticationConstants.cs` (the scheme).
pub static TROVO: Dialect = Dialect {
    id: "trovo",
    vendor: "Trovo",
    quirks: "expires_in is a string; the scheme is OAuth",
    expires: &[TimeRule::seconds(paths!["expires_in"]).text()],
    scheme: Some("OAuth"),
    ..Dialect::STANDARD
};

/// `xbox-xbl`: the user token of Xbox Live.
///
/// PascalCase, and times with seven digits of a second. The header is `XBL3.0 x=<uhs>;<token>`, with the hash of the
/// user in `DisplayClaims`: the token alone makes none.
///
/// ```json
/// {"IssueInstant":"2026-01-01T00:00:00.1234567Z","NotAfter":"2026-01-15T00:00:00.1234567Z","Token":"EXAMPLE-TOKEN",
///  "DisplayClaims":{"xui":[{"uhs":"example"}]}}
/// ```
///
/// Source: comments in a public Minecraft launcher; xboxoneresearch.github.io, "XBL token".
pub static XBOX_XBL: Dialect =
    Dialect { id: "xbox-xbl", quirks: "PascalCase; seven digits of a second; no header", ..XBOX_LIVE };

/// `xbox-xsts`: the token of Xbox's security token service, for one party.
///
/// Like the user token, with the user's id among the claims. An error response has an unsigned HRESULT in `XErr`,
/// mostly no text, and a page for the user in `Redirect`.
///
/// ```json
/// {"IssueInstant":"2026-01-01T00:00:00.1234567Z","NotAfter":"2026-01-01T16:00:00.1234567Z","Token":"EXAMPLE-TOKEN",
///  "DisplayClaims":{"xui":[{"gtg":"example","xid":"2533274000000000","uhs":"example","agg":"Adult"}]}}
/// ```
///
/// Source: xboxoneresearch.github.io, "XSTS token"; public Minecraft launchers (the codes from 2148916233 to
/// 2148916238).
pub static XBOX_XSTS: Dialect = Dialect {
    id: "xbox-xsts",
    quirks: "the subject in DisplayClaims; errors have an HRESULT and a page",
    signature: &["XErr"],
    subject: paths!["DisplayClaims/xui/0/xid"],
    errors: ErrorShape {
        signs: paths!["XErr"],
        code: paths!["XErr"],
        description: paths!["Message"],
        uri: paths!["Redirect"],
        remedies: &[
            ("2148916229", Remedy::Interact),
            ("2148916233", Remedy::Interact),
            ("2148916234", Remedy::Interact),
            ("2148916236", Remedy::Interact),
            ("2148916237", Remedy::Interact),
            ("2148916238", Remedy::Interact),
        ],
        ..ErrorShape::STANDARD
    },
    ..XBOX_LIVE
};

/// `minecraft`: `login_with_xbox` of Minecraft's services.
///
/// `username` is an internal id, neither the account's nor the player's. An error response's text is in `errorMessage`.
///
/// ```json
/// {"username":"11111111-2222-3333-4444-555555555555","roles":[],"access_token":"EXAMPLE-ACCESS",
///  "token_type":"Bearer","expires_in":86400}
/// ```
///
/// Source: wiki.vg, "Microsoft Authentication Scheme".
pub static MINECRAFT: Dialect = Dialect {
    id: "minecraft",
    vendor: "Microsoft",
    quirks: "username is no subject; errorMessage",
    errors: ErrorShape {
        signs: paths!["error", "errorMessage"],
        code: paths!["error", "error/code", "errorType"],
        description: paths!["error_description", "error/message", "errorMessage"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `epic-eos`: the Auth interface of Epic Online Services.
///
/// Both tokens have a lifetime and an instant with milliseconds.
///
/// ```json
/// {"scope":"basic_profile","token_type":"bearer","access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH",
///  "expires_in":7200,"expires_at":"2026-01-01T02:00:00.549Z","refresh_expires_in":28800,
///  "refresh_expires_at":"2026-01-01T08:00:00.549Z","account_id":"example","client_id":"example",
///  "application_id":"example"}
/// ```
///
/// Source: dev.epicgames.com, "Web APIs", "Auth Interface".
pub static EPIC_EOS: Dialect = Dialect {
    id: "epic-eos",
    quirks: "a lifetime and an instant for each token; the subject is account_id",
    refresh_token_expires: &[
        TimeRule::rfc3339(paths!["refresh_expires_at"]),
        TimeRule::seconds(paths!["refresh_expires_in"]),
    ],
    ..EPIC
};

/// `epic-account`: Epic's account service.
///
/// The refresh token's lifetime is in `refresh_expires`, scopes are an array, and `auth_time` is when the person signed
/// in. An error response has Epic's own code beside that of RFC 6749, or alone.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":28800,"expires_at":"2026-01-01T08:00:00.000Z","token_type":"bearer",
///  "refresh_token":"EXAMPLE-REFRESH","refresh_expires":115200,"refresh_expires_at":"2026-01-02T08:00:00.000Z",
///  "account_id":"example","client_id":"example","scope":[],"auth_time":"2026-01-01T00:00:00.000Z"}
/// ```
///
/// Source: public emulators and descriptions of the account service.
pub static EPIC_ACCOUNT: Dialect = Dialect {
    id: "epic-account",
    quirks: "a lifetime and an instant for each token; scopes as an array; errorCode beside error",
    refresh_token_expires: &[
        TimeRule::rfc3339(paths!["refresh_expires_at"]),
        TimeRule::seconds(paths!["refresh_expires"]),
    ],
    errors: ErrorShape {
        signs: paths!["error", "errorCode"],
        code: paths!["error", "errorCode"],
        description: paths!["errorMessage", "error_description"],
        remedies: &[
            ("errors.com.epicgames.account.auth_token.invalid_refresh_token", Remedy::Reauthenticate),
            ("errors.com.epicgames.account.oauth.authorization_code_not_found", Remedy::Reauthenticate),
            ("errors.com.epicgames.account.oauth.authorization_pending", Remedy::Pending),
            ("errors.com.epicgames.account.oauth.exchange_code_not_found", Remedy::Reauthenticate),
            ("errors.com.epicgames.oauth.scope_consent_required", Remedy::Interact),
        ],
        ..ErrorShape::STANDARD
    },
    ..EPIC
};

/// `battlenet`: Battle.net.
///
/// `sub` is beside the token; for a client's own token it is the client. No refresh token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":86399,"scope":"openid wow.profile","sub":"1"}
/// ```
///
/// Source: develop.battle.net, "OAuth", "Authorization Code Flow", "Client Credentials Flow".
pub static BATTLENET: Dialect = Dialect {
    id: "battlenet",
    vendor: "Blizzard",
    quirks: "the subject is sub",
    subject: paths!["sub"],
    ..Dialect::STANDARD
};

/// `riot`: Riot Sign On.
///
/// `sub_sid` is a session, not the subject.
///
/// ```json
/// {"scope":"openid cpid offline_access","expires_in":600,"token_type":"Bearer","refresh_token":"EXAMPLE-REFRESH",
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE","sub_sid":"example","access_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: developer.riotgames.com, "Riot Sign On (RSO) Implementation".
pub static RIOT: Dialect =
    Dialect { id: "riot", vendor: "Riot Games", quirks: "sub_sid is no subject", ..Dialect::STANDARD };

/// `playstation`: the PlayStation Network.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":3599,"scope":"psn:mobile.v2.core",
///  "refresh_token":"EXAMPLE-REFRESH","refresh_token_expires_in":5183999}
/// ```
///
/// Source: a public mock of the token endpoint.
pub static PLAYSTATION: Dialect = Dialect {
    id: "playstation",
    vendor: "Sony",
    quirks: "refresh_token_expires_in",
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"])],
    ..Dialect::STANDARD
};

/// `nintendo`: accounts.nintendo.com.
///
/// A session token, for years, is the refresh token, and comes alone, with a JWT in `code` that is no error. Scopes are
/// an array.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","expires_in":900,"id_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "scope":["openid","user"],"token_type":"Bearer"}
/// ```
///
/// Source: a public client (`GetIdTokenResult`, `GetSessionTokenResult`).
pub static NINTENDO: Dialect = Dialect {
    id: "nintendo",
    vendor: "Nintendo",
    quirks: "the session token is the refresh token; scopes as an array",
    refresh_token: paths!["session_token"],
    refresh_token_is_grant: true,
    ..Dialect::STANDARD
};

/// `steam`: `GenerateAccessTokenForApp` of Steam's authentication service.
///
/// In `response`, which is empty in an error response: its code is in the header `x-eresult`, where 1 means success,
/// and its text, if any, in `x-error_message`. The expiry is only in the token.
///
/// ```json
/// {"response":{"access_token":"EXAMPLE.EXAMPLE.EXAMPLE"}}
/// ```
///
/// Source: the tests of public Steam clients; partner.steamgames.com, `EResult` of the Steamworks API (codes).
pub static STEAM: Dialect = Dialect {
    id: "steam",
    vendor: "Valve",
    quirks: "an envelope; no expiry; errors are in headers, with status 200",
    at: "response",
    headers: &["x-eresult", "x-error_message"],
    success: Some((FieldPath::new("x-eresult"), &["\"1\""])),
    errors: ErrorShape {
        code: paths!["x-eresult", "error"],
        description: paths!["x-error_message", "error_description"],
        remedies: &[
            ("5", Remedy::Reauthenticate),
            ("8", Remedy::FixRequest),
            ("15", Remedy::Reauthenticate),
            ("16", Remedy::Retry),
            ("20", Remedy::Retry),
            ("27", Remedy::Reauthenticate),
            ("84", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `lichess`: Lichess, whose tokens live for a year and have no refresh token.
///
/// ```json
/// {"token_type":"Bearer","access_token":"EXAMPLE-ACCESS","expires_in":31536000}
/// ```
///
/// Source: aspnet-contrib/AspNet.Security.OAuth.Providers `test/…/Lichess/bundle.json`.
pub static LICHESS: Dialect = Dialect { id: "lichess", vendor: "Lichess", ..Dialect::STANDARD };

/// The tokens of Xbox Live.
const XBOX_LIVE: Dialect = Dialect {
    vendor: "Microsoft",
    access_token: paths!["Token"],
    issued: &[TimeRule::rfc3339(paths!["IssueInstant"])],
    expires: &[TimeRule::rfc3339(paths!["NotAfter"])],
    scheme: Some(""),
    ..Dialect::BARE
};

/// The base of both Epic services.
const EPIC: Dialect = Dialect {
    vendor: "Epic Games",
    client_id: paths!["client_id"],
    subject: paths!["account_id"],
    expires: &[TimeRule::rfc3339(paths!["expires_at"]), TimeRule::seconds(paths!["expires_in"])],
    ..Dialect::STANDARD
};
