//! Forums, chats and circles of members.

use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[
    &REDDIT,
    &DISCORD,
    &KOOK,
    &TUMBLR_OAUTH2,
    &MASTODON,
    &BLUESKY_SESSION,
    &BLUESKY_OAUTH,
    &FOURSQUARE,
    &PATREON,
    &EVENTBRITE,
    &UNTAPPD,
];

/// `reddit`: Reddit's token endpoint.
///
/// `expires_in` may have a fraction, `*` means all scopes, and `device_id` is repeated for an installed client. A
/// failed exchange comes with status 200 and no description; wrong credentials with the status as the error.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","device_id":"example","expires_in":86400,"scope":"*"}
/// ```
///
/// Source: reddit-archive/reddit wiki, "OAuth2"; python-social-auth/social-core
/// `social_core/tests/backends/test_reddit.py`.
pub static REDDIT: Dialect = Dialect {
    id: "reddit",
    vendor: "Reddit",
    quirks: "a fraction of a second; errors with status 200, or with the status as the error",
    errors: ErrorShape {
        description: paths!["error_description", "error/message", "message"],
        remedies: &[("401", Remedy::FixClient), ("NO_TEXT", Remedy::FixRequest)],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `discord`: Discord's token endpoint.
///
/// `webhook` holds a second token, and `guild` a large object; both are kept and neither names the subject. When it is
/// asked too often, the seconds to wait are in `retry_after`.
///
/// ```json
/// {"token_type":"Bearer","access_token":"EXAMPLE-ACCESS","scope":"webhook.incoming","expires_in":604800,
///  "refresh_token":"EXAMPLE-REFRESH","webhook":{"id":"1","token":"EXAMPLE-WEBHOOK"}}
/// ```
///
/// Source: discord/discord-api-docs `developers/topics/oauth2.mdx`, `rate-limits.mdx`.
pub static DISCORD: Dialect = Dialect {
    id: "discord",
    vendor: "Discord",
    quirks: "a webhook's token beside the token",
    errors: ErrorShape {
        description: paths!["error_description", "error/message", "message"],
        retry_after: paths!["retry_after"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `kook`: Kook's token endpoint, with no refresh token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":2678400,"token_type":"Bearer","scope":"get_user_info"}
/// ```
///
/// Source: aspnet-contrib/AspNet.Security.OAuth.Providers `test/…/Kook/bundle.json`.
pub static KOOK: Dialect = Dialect { id: "kook", vendor: "Kook", ..Dialect::STANDARD };

/// `tumblr-oauth2`: Tumblr's token endpoint.
///
/// `id_token` is `false` where there is none.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":2520,"token_type":"bearer","scope":"write basic offline_access",
///  "refresh_token":"EXAMPLE-REFRESH","id_token":false}
/// ```
///
/// Source: tumblr.com, "API version 2", "OAuth 2.0"; what public clients print.
pub static TUMBLR_OAUTH2: Dialect =
    Dialect { id: "tumblr-oauth2", vendor: "Tumblr", quirks: "id_token is false", ..Dialect::STANDARD };

/// `mastodon`: Mastodon and what speaks its API.
///
/// `created_at` says when the token was issued. No expiry is stated: it lives until revoked.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","scope":"read write follow push","created_at":1767225600}
/// ```
///
/// Source: docs.joinmastodon.org, "oauth API methods", "Obtain a token".
pub static MASTODON: Dialect = Dialect {
    id: "mastodon",
    vendor: "Mastodon",
    quirks: "created_at; no expiry",
    issued: &[TimeRule::epoch(paths!["created_at"])],
    ..Dialect::STANDARD
};

/// `bluesky-session`: `com.atproto.server.createSession` and `refreshSession`.
///
/// Both tokens are JWTs with names of their own, and their expiries are only inside. The subject is `did`; `handle` may
/// change. An error response's text is in `message`.
///
/// ```json
/// {"did":"did:plc:example","handle":"example.test","accessJwt":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "refreshJwt":"EXAMPLE.EXAMPLE.EXAMPLE","active":true}
/// ```
///
/// Source: docs.bsky.app, "com.atproto.server.createSession", "com.atproto.server.refreshSession".
pub static BLUESKY_SESSION: Dialect = Dialect {
    id: "bluesky-session",
    vendor: "Bluesky",
    quirks: "accessJwt, refreshJwt and did; no expiry",
    signature: &["accessJwt"],
    access_token: paths!["accessJwt"],
    refresh_token: paths!["refreshJwt"],
    subject: paths!["did"],
    errors: ErrorShape {
        description: paths!["message"],
        remedies: &[
            ("AuthFactorTokenRequired", Remedy::Interact),
            ("AuthenticationRequired", Remedy::Reauthenticate),
            ("ExpiredToken", Remedy::Reauthenticate),
            ("InvalidRequest", Remedy::FixRequest),
            ("InvalidToken", Remedy::Reauthenticate),
            ("RateLimitExceeded", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `bluesky-oauth`: the token endpoint of an AT Protocol server.
///
/// Tokens are bound to a key by proofs, and `sub` is always sent. `use_dpop_nonce` asks for another try, with the
/// nonce of the `DPoP-Nonce` header.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"DPoP","refresh_token":"EXAMPLE-REFRESH","scope":"atproto",
///  "expires_in":3600,"sub":"did:plc:example"}
/// ```
///
/// Source: atproto.com, "OAuth"; RFC 9449 §8.
pub static BLUESKY_OAUTH: Dialect = Dialect {
    id: "bluesky-oauth",
    vendor: "Bluesky",
    quirks: "the type is DPoP; the subject is sub",
    subject: paths!["sub"],
    ..Dialect::STANDARD
};

/// `foursquare`: Foursquare's token endpoint, which sends the token and nothing else.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: docs.foursquare.com, "Connect users".
pub static FOURSQUARE: Dialect =
    Dialect { id: "foursquare", vendor: "Foursquare", quirks: "only access_token", ..Dialect::STANDARD };

/// `patreon`: Patreon's token endpoint.
///
/// Tokens may expire some days early.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":2678400,"token_type":"Bearer","scope":"identity campaigns",
///  "refresh_token":"EXAMPLE-REFRESH","version":"0.0.1"}
/// ```
///
/// Source: docs.patreon.com, "OAuth", step 3; woogles-io/liwords issue 1454.
pub static PATREON: Dialect =
    Dialect { id: "patreon", vendor: "Patreon", quirks: "tokens expire early", ..Dialect::STANDARD };

/// `eventbrite`: Eventbrite's token endpoint, which states no expiry.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer"}
/// ```
///
/// Source: python-social-auth/social-core `social_core/tests/backends/test_eventbrite.py`.
pub static EVENTBRITE: Dialect =
    Dialect { id: "eventbrite", vendor: "Eventbrite", quirks: "no expiry", ..Dialect::STANDARD };

/// `untappd`: Untappd's `oauth/authorize`.
///
/// In `response`, which is an empty array in an error response; the error response is in `meta`. `http_code` or `code`
/// there is the status, 200 too.
///
/// ```json
/// {"meta":{"http_code":200},"response":{"access_token":"EXAMPLE-ACCESS"}}
/// ```
///
/// Source: untappd.com, "API Documentation", "Errors"; python-social-auth/social-core
/// `social_core/tests/backends/test_untappd.py`.
pub static UNTAPPD: Dialect = Dialect {
    id: "untappd",
    vendor: "Untappd",
    quirks: "an envelope; errors in meta",
    at: "response",
    errors: ErrorShape {
        signs: paths!["meta/error_type", "error"],
        code: paths!["meta/error_type", "error"],
        description: paths!["meta/error_detail", "error_description"],
        remedies: &[("invalid_auth", Remedy::Reauthenticate), ("invalid_param", Remedy::FixRequest)],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};
