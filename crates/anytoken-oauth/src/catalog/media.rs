//! Music, pictures and film.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, Never, TimeRule, Wire, paths};
use anytoken_core::{Adapter, Remedy};

use crate::OAUTH1;

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[
    &SPOTIFY,
    &SOUNDCLOUD,
    &DEEZER,
    &VIMEO,
    &DAILYMOTION,
    &LASTFM,
    &FLICKR_OAUTH1,
    &TRAKT,
    &MYANIMELIST,
    &ANILIST,
];

/// `spotify`: Spotify's token endpoint.
///
/// A refreshed token may come without a refresh token: the old one goes on. `scope` may be empty.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","scope":"","expires_in":3600}
/// ```
///
/// Source: developer.spotify.com, "Authorization Code Flow", "Refreshing tokens".
pub static SPOTIFY: Dialect =
    Dialect { id: "spotify", vendor: "Spotify", quirks: "the refresh token may stay", ..Dialect::STANDARD };

/// `soundcloud`: SoundCloud's token endpoint.
///
/// `scope` is empty, or says `non-expiring`, beside a lifetime too. Error responses are those of RFC 6749 or of the
/// gateway, with `error_code` and an `error` that is null.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3599,"refresh_token":"EXAMPLE-REFRESH","scope":"",
///  "token_type":"bearer"}
/// ```
///
/// Source: developers.soundcloud.com, "API Guide", "Authentication"; soundcloud/api issues 169, 395 (error responses).
pub static SOUNDCLOUD: Dialect = Dialect {
    id: "soundcloud",
    vendor: "SoundCloud",
    quirks: "the scope non-expiring means never; errors of a gateway",
    never: &[Never::Word(FieldPath::new("scope"), "non-expiring")],
    errors: ErrorShape {
        signs: paths!["error", "error_code"],
        code: paths!["error", "error/code", "error_code"],
        description: paths!["error_description", "error/message", "message"],
        uri: paths!["error_uri", "link"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `deezer`: Deezer's `oauth/access_token.php`.
///
/// A form, or JSON on demand. The lifetime is in `expires`; 0 says that the token does not expire, as with
/// `offline_access`. An error response is a line of text with status 200.
///
/// ```text
/// access_token=EXAMPLE-ACCESS&expires=3600
/// ```
///
/// Source: developers.deezer.com, "OAuth"; python-social-auth/social-core `social_core/tests/backends/test_deezer.py`.
pub static DEEZER: Dialect = Dialect {
    id: "deezer",
    vendor: "Deezer",
    quirks: "a form or JSON; errors are bare text; expires is a lifetime, 0 means never",
    wire: Wire::Form,
    expires: &[TimeRule::seconds(paths!["expires"]).text()],
    never: &[Never::Zero],
    errors: ErrorShape {
        signs: paths!["error", "#text"],
        description: paths!["error_description", "error/message", "#text"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `vimeo`: Vimeo's token endpoint.
///
/// The account and the application are beside the token; the account's only id is a path. No expiry is stated.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","scope":"private public",
///  "app":{"name":"Example","uri":"/apps/1"},"user":{"uri":"/users/1","name":"Example"}}
/// ```
///
/// Source: developer.vimeo.com, "Working with Vimeo API access tokens".
pub static VIMEO: Dialect = Dialect {
    id: "vimeo",
    vendor: "Vimeo",
    quirks: "the subject is a path; no expiry",
    subject: paths!["user/uri"],
    ..Dialect::STANDARD
};

/// `dailymotion`: Dailymotion's token endpoint.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":36000,"refresh_token":"EXAMPLE-REFRESH","scope":"userinfo read",
///  "uid":"x1abcd"}
/// ```
///
/// Source: developers.dailymotion.com, "Authentication".
pub static DAILYMOTION: Dialect = Dialect {
    id: "dailymotion",
    vendor: "Dailymotion",
    quirks: "the subject is uid",
    subject: paths!["uid"],
    ..Dialect::STANDARD
};

/// `lastfm`: `auth.getSession` and `auth.getMobileSession` of Last.fm.
///
/// The token is a session's key; it signs each request and makes no header. A session does not expire. XML unless
/// JSON is asked for; an error response has a number for its code.
///
/// ```json
/// {"session":{"subscriber":0,"name":"example","key":"EXAMPLE-KEY"}}
/// ```
///
/// Source: last.fm, "auth.getSession", "Authentication", "REST Requests".
pub static LASTFM: Dialect = Dialect {
    id: "lastfm",
    vendor: "Last.fm",
    quirks: "XML or JSON; a session's key, which never expires; codes are numbers",
    at: "session",
    access_token: paths!["key"],
    subject: paths!["name"],
    never: &[Never::Silence],
    scheme: Some(""),
    errors: ErrorShape {
        code: paths!["error", "error/@code"],
        description: paths!["message", "error/#text"],
        remedies: &[
            ("2", Remedy::FixRequest),
            ("3", Remedy::FixRequest),
            ("4", Remedy::Reauthenticate),
            ("5", Remedy::FixRequest),
            ("6", Remedy::FixRequest),
            ("7", Remedy::FixRequest),
            ("8", Remedy::Retry),
            ("9", Remedy::Reauthenticate),
            ("10", Remedy::FixClient),
            ("11", Remedy::Retry),
            ("13", Remedy::FixRequest),
            ("14", Remedy::Pending),
            ("15", Remedy::Reauthenticate),
            ("16", Remedy::Retry),
            ("26", Remedy::FixClient),
            ("29", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `flickr-oauth1`: `oauth/access_token` of Flickr.
///
/// The text that was to be signed is in an error response as it is, with its `&`: everything after it is split wrongly.
///
/// ```text
/// fullname=Example&oauth_token=EXAMPLE-TOKEN&oauth_token_secret=EXAMPLE-SECRET&user_nsid=1%40N07&username=example
/// ```
///
/// Source: flickr.com, "Using OAuth with Flickr"; python-social-auth/social-core
/// `social_core/tests/backends/test_flickr.py`.
pub static FLICKR_OAUTH1: Dialect = Dialect {
    id: "flickr-oauth1",
    vendor: "Flickr",
    quirks: "a form; a second secret signs each request; the subject is user_nsid",
    signature: &["user_nsid"],
    subject: paths!["user_nsid"],
    ..OAUTH1
};

/// `trakt`: Trakt's token endpoint.
///
/// `created_at` says when the token was issued.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":7200,"refresh_token":"EXAMPLE-REFRESH",
///  "scope":"public","created_at":1767225600}
/// ```
///
/// Source: trakt.docs.apiary.io, "Authentication - OAuth", "Get Token".
pub static TRAKT: Dialect = Dialect {
    id: "trakt",
    vendor: "Trakt",
    quirks: "created_at beside the lifetime",
    issued: &[TimeRule::epoch(paths!["created_at"])],
    ..Dialect::STANDARD
};

/// `myanimelist`: MyAnimeList's token endpoint.
///
/// An error response's text is in `message`, with a `hint` beside it.
///
/// ```json
/// {"token_type":"Bearer","expires_in":2678400,"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: myanimelist.net, "API authorization documentation"; thephpleague/oauth2-server (the error response).
pub static MYANIMELIST: Dialect =
    Dialect { id: "myanimelist", vendor: "MyAnimeList", quirks: "message for the description", ..PASSPORT };

/// `anilist`: AniList's token endpoint.
///
/// An error response has its text in `error_description` and once more in `message`.
///
/// ```json
/// {"error":"invalid_request","error_description":"The request is missing a required parameter.",
///  "hint":"Cannot decrypt the authorization code","message":"The request is missing a required parameter."}
/// ```
///
/// Source: the errors of Laravel Passport.
pub static ANILIST: Dialect = Dialect {
    id: "anilist",
    vendor: "AniList",
    quirks: "the error description twice, and a hint",
    ..PASSPORT
};

/// The errors of the League's OAuth server, older and newer.
const PASSPORT: Dialect = Dialect {
    errors: ErrorShape {
        description: paths!["error_description", "error/message", "message"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};
