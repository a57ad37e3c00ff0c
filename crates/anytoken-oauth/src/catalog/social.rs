//! Social networks.

use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, Wire, paths};
use anytoken_core::{Adapter, Remedy};

use crate::OAUTH1;

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[
    &FACEBOOK_LEGACY,
    &FACEBOOK,
    &INSTAGRAM_LEGACY,
    &INSTAGRAM_BASIC_DISPLAY,
    &INSTAGRAM_LOGIN,
    &THREADS,
    &TWITTER_OAUTH1,
    &TWITTER_APP_ONLY,
    &TWITTER_V2,
    &LINKEDIN,
    &SNAPCHAT,
    &PINTEREST_V5,
];

/// `facebook-legacy`: the Graph API before version 2.3.
///
/// A form that is said to be `text/plain`. The lifetime is in `expires`, in seconds, and no type is sent. ErrorShape
/// are JSON.
///
/// ```text
/// access_token=EXAMPLE-ACCESS&expires=5183999
/// ```
///
/// Source: requests/requests-oauthlib `requests_oauthlib/compliance_fixes/facebook.py`,
/// `tests/test_compliance_fixes.py`.
pub static FACEBOOK_LEGACY: Dialect = Dialect {
    id: "facebook-legacy",
    quirks: "a form as text/plain; expires is a lifetime; the error is an object",
    wire: Wire::Form,
    expires: &[TimeRule::seconds(paths!["expires", "expires_in"]).text()],
    ..META
};

/// `facebook`: the Graph API's `oauth/access_token`.
///
/// Tokens of apps, pages and system users, and some long-lived ones, come without an expiry, which does not say that
/// they have none. An app's token holds a `|`. The error is an object with a number for its code; behind the edge it is
/// a page of HTML.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":5183944}
/// ```
///
/// Source: developers.facebook.com, "Manually Build a Login Flow", "Access Token Guide", "Handle Errors".
pub static FACEBOOK: Dialect =
    Dialect { id: "facebook", quirks: "the error is an object, its code a number", ..META };

/// `instagram-legacy`: the first Instagram API, until 2020.
///
/// The profile is beside the token; a `meta` with the code 200 beside it is no error response. Error responses have the
/// three members of their own at the top or in `meta`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","user":{"id":"1574083","username":"example","full_name":"Example"}}
/// ```
///
/// Source: instagram.com, "Authentication" (API version 1); python-social-auth/social-core
/// `social_core/tests/backends/test_instagram.py`.
pub static INSTAGRAM_LEGACY: Dialect = Dialect {
    id: "instagram-legacy",
    quirks: "the profile beside the token; error_type and error_message",
    subject: paths!["user/id"],
    errors: ErrorShape {
        signs: paths!["error", "error_type", "meta/error_type"],
        code: paths!["error", "error/code", "error_type", "meta/error_type"],
        description: paths!["error_description", "error/message", "error_message", "meta/error_message"],
        ..META.errors
    },
    ..META
};

/// `instagram-basic-display`: the Basic Display API.
///
/// `user_id` is a number above 2^53. A short-lived token states no expiry, a long-lived one does.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","user_id":17841405793187218}
/// ```
///
/// Source: developers.facebook.com, "Instagram Basic Display API", "Get Access Tokens and Permissions".
pub static INSTAGRAM_BASIC_DISPLAY: Dialect = Dialect {
    id: "instagram-basic-display",
    quirks: "user_id is a number above 2^53; error_type and error_message",
    subject: paths!["user_id"],
    ..META
};

/// `instagram-login`: Business Login for Instagram.
///
/// Documented as an element of an array in `data`, sent at the top. Scopes are in `permissions`, as an array or
/// separated by commas. `user_id` is a number above 2^53, or a string.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","user_id":17841400000000000,
///  "permissions":"instagram_business_basic,instagram_business_manage_messages"}
/// ```
///
/// Source: developers.facebook.com, "Business Login for Instagram", step 2; scribejava/scribejava
/// `InstagramAccessTokenJsonExtractor.java`.
pub static INSTAGRAM_LOGIN: Dialect =
    Dialect { also: &[Dialect { at: "data/*", ..INSTAGRAM_LOGIN_ENTRY }], ..INSTAGRAM_LOGIN_ENTRY };

/// `threads`: the Threads API.
///
/// No refresh token: a long-lived token is refreshed with itself. `user_id` is a string.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","user_id":"17841405793187218"}
/// ```
///
/// Source: developers.facebook.com, "Threads API", "Get Access Tokens and Permissions", "Long-Lived Access Tokens".
pub static THREADS: Dialect = Dialect {
    id: "threads",
    quirks: "no refresh token; error_type and error_message",
    subject: paths!["user_id"],
    ..META
};

/// `twitter-oauth1`: `oauth/access_token` of X.
///
/// A form that is said to be HTML. Error responses are JSON with a list of errors, or XML.
///
/// ```text
/// oauth_token=EXAMPLE-TOKEN&oauth_token_secret=EXAMPLE-SECRET&user_id=6253282&screen_name=example
/// ```
///
/// Source: docs.x.com, "POST oauth/access_token", "Error troubleshooting"; VocaDB/vocadb issue 455 (XML).
pub static TWITTER_OAUTH1: Dialect = Dialect {
    id: "twitter-oauth1",
    vendor: "X",
    quirks: "a form as HTML; a second secret signs each request; a list of errors, or XML",
    subject: paths!["user_id"],
    errors: TWITTER_ERRORS,
    ..OAUTH1
};

/// `twitter-app-only`: `oauth2/token` of X, for an application without a user.
///
/// Percent escapes in the token are part of it. No expiry is stated: it lives until revoked.
///
/// ```json
/// {"token_type":"bearer","access_token":"EXAMPLE%2FACCESS%3D"}
/// ```
///
/// Source: docs.x.com, "OAuth 2.0 Application-Only".
pub static TWITTER_APP_ONLY: Dialect = Dialect {
    id: "twitter-app-only",
    vendor: "X",
    quirks: "percent escapes are part of the token; a list of errors",
    errors: TWITTER_ERRORS,
    ..Dialect::STANDARD
};

/// `twitter-v2`: the token endpoint of X's second API.
///
/// A refresh token that has ended or was used is `invalid_request`, and so the person is to sign in again.
///
/// ```json
/// {"token_type":"bearer","expires_in":7200,"access_token":"EXAMPLE-ACCESS","scope":"tweet.read offline.access",
///  "refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: docs.x.com, "OAuth 2.0 Authorization Code Flow with PKCE", and reports of its community.
pub static TWITTER_V2: Dialect = Dialect {
    id: "twitter-v2",
    vendor: "X",
    quirks: "invalid_request for a refresh token that has expired",
    errors: ErrorShape { remedies: &[("invalid_request", Remedy::Reauthenticate)], ..ErrorShape::STANDARD },
    ..Dialect::STANDARD
};

/// `linkedin`: LinkedIn's token endpoint.
///
/// Scopes are separated by commas, though asked for with spaces. The expiry of the refresh token does not move when it
/// is used.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":86400,"refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_expires_in":439200,"scope":"email,openid,profile"}
/// ```
///
/// Source: Microsoft Learn, "Programmatic Refresh Tokens"; a captured body with `"scope":"email,openid,profile"`.
pub static LINKEDIN: Dialect = Dialect {
    id: "linkedin",
    vendor: "LinkedIn",
    quirks: "comma scopes; refresh_token_expires_in",
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"])],
    scope_separators: &[',', ' ', '\t', '\n', '\r'],
    ..Dialect::STANDARD
};

/// `snapchat`: Snap's login and marketing APIs.
///
/// The access token is a JWE of five parts whose second is empty. `state` is repeated.
///
/// ```json
/// {"access_token":"EXAMPLE..EXAMPLE.EXAMPLE.EXAMPLE","refresh_token":"EXAMPLE-REFRESH","state":"example"}
/// ```
///
/// Source: aspnet-contrib/AspNet.Security.OAuth.Providers `test/…/Snapchat/bundle.json`; Snap, "Marketing API:
/// Authentication", from memory.
pub static SNAPCHAT: Dialect = Dialect {
    id: "snapchat",
    vendor: "Snap",
    quirks: "a JWE with an empty second part",
    ..Dialect::STANDARD
};

/// `pinterest-v5`: the token endpoint of Pinterest's fifth API.
///
/// `response_type` names the grant. Scopes are separated by spaces or commas. The expiry of the refresh token is a
/// lifetime, an epoch, or both. An error response has `code` and `message`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","response_type":"authorization_code",
///  "token_type":"bearer","expires_in":2592000,"refresh_token_expires_in":31536000,"scope":"boards:read pins:read"}
/// ```
///
/// Source: developers.pinterest.com, "Generate OAuth access token"; pinterest/api-quickstart (its Python tests);
/// pinterest/pinterest-api-demo issue 16 (an error response).
pub static PINTEREST_V5: Dialect = Dialect {
    id: "pinterest-v5",
    vendor: "Pinterest",
    quirks: "space or comma scopes; the refresh token's expiry as lifetime and epoch",
    refresh_token_expires: &[
        TimeRule::epoch(paths!["refresh_token_expires_at"]),
        TimeRule::seconds(paths!["refresh_token_expires_in"]),
    ],
    scope_separators: &[' ', ',', '\t', '\n', '\r'],
    errors: ErrorShape {
        code: paths!["error", "error/code", "code"],
        description: paths!["error_description", "error/message", "message"],
        remedies: &[("283", Remedy::Reauthenticate)],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// The token of Business Login, at each of its places.
const INSTAGRAM_LOGIN_ENTRY: Dialect = Dialect {
    id: "instagram-login",
    quirks: "scopes in permissions, with commas or as an array; documented as an array in data",
    scope: paths!["permissions"],
    subject: paths!["user_id"],
    scope_separators: &[','],
    ..META
};

/// The base of Meta's endpoints: the Graph API's error object, and the three members at the top of others.
const META: Dialect = Dialect {
    vendor: "Meta",
    errors: ErrorShape {
        signs: paths!["error", "error_type"],
        code: paths!["error", "error/code", "error/type", "error_type"],
        description: paths!["error_description", "error/message", "error_message"],
        remedies: &[
            ("2", Remedy::Retry),
            ("4", Remedy::Retry),
            ("17", Remedy::Retry),
            ("102", Remedy::Reauthenticate),
            ("190", Remedy::Reauthenticate),
            ("341", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// The errors of X: a list in JSON, one of them in XML.
const TWITTER_ERRORS: ErrorShape = ErrorShape {
    signs: paths!["errors", "error"],
    code: paths!["errors/0/code", "error", "error/@code"],
    description: paths!["errors/0/message", "error_description", "error/#text"],
    remedies: &[
        ("32", Remedy::FixClient),
        ("88", Remedy::Retry),
        ("89", Remedy::Reauthenticate),
        ("99", Remedy::FixClient),
        ("130", Remedy::Retry),
        ("131", Remedy::Retry),
        ("170", Remedy::FixRequest),
        ("415", Remedy::FixClient),
        ("416", Remedy::FixClient),
    ],
    ..ErrorShape::STANDARD
};
