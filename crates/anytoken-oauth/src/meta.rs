//! Meta.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Place, TimeRule, Wire, paths};

/// `facebook-legacy`: the Graph API before version 2.3.
///
/// The body is a form, sent as `text/plain`, without a token type. Error responses are JSON.
///
/// ```text
/// access_token=EXAMPLE-ACCESS&expires=5183999
/// ```
///
/// Source: requests/requests-oauthlib `requests_oauthlib/compliance_fixes/facebook.py`, `tests/test_compliance_fixes.py`.
pub static FACEBOOK_LEGACY: Dialect = Dialect::like(&META, "facebook-legacy", Evidence::Tested)
    .with_quirks("a form as text/plain; expires is a lifetime; error responses are JSON")
    .wire(Wire::Form)
    .expires_at(&[TimeRule::seconds(paths!["expires", "expires_in"]).text()]);

/// `facebook`: the Graph API's `oauth/access_token`.
///
/// Tokens of apps, pages and system users, and some long-lived ones, come without an expiry, which does not mean that
/// they have none. An app's token contains `|`. An error response of Meta's edge is a page of HTML.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":5183944}
/// ```
///
/// Source: developers.facebook.com, "Manually Build a Login Flow", "Access Token Guide", "Handle Errors".
pub static FACEBOOK: Dialect = Dialect::like(&META, "facebook", Evidence::Documented)
    .with_quirks("error is an object, its code a number");

/// `instagram-legacy`: the first Instagram API, until 2020.
///
/// The user's profile is beside the token. A `meta` with the code 200 may be there too, and is not an error response.
/// An error response has its members at the top level or in `meta`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","user":{"id":"1574083","username":"example","full_name":"Example"}}
/// ```
///
/// Source: instagram.com, "Authentication" (API version 1); python-social-auth/social-core
/// `social_core/tests/backends/test_instagram.py`.
pub static INSTAGRAM_LEGACY: Dialect = Dialect::like(&META, "instagram-legacy", Evidence::Tested)
    .with_quirks("the profile is beside the token; error responses have error_type and error_message")
    .subject(paths!["user/id"])
    .errors(
        &ERRORS
            .error_when(paths!["error_type", "meta/error_type"])
            .code(paths!["error_type", "meta/error_type"])
            .description(paths!["error_message", "meta/error_message"]),
    );

/// `instagram-basic-display`: the Basic Display API.
///
/// `user_id` is a number above 2^53. A short-lived token states no expiry, a long-lived one does.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","user_id":17841405793187218}
/// ```
///
/// Source: developers.facebook.com, "Instagram Basic Display API", "Get Access Tokens and Permissions".
pub static INSTAGRAM_BASIC_DISPLAY: Dialect =
    Dialect::like(&META, "instagram-basic-display", Evidence::Documented)
        .with_quirks("user_id is a number above 2^53; error responses have error_type and error_message")
        .subject(paths!["user_id"]);

/// `instagram-login`: Business Login for Instagram.
///
/// The documents have the token in an array in `data`; it is sent at the top level. `permissions` is an array, or a
/// string with commas. `user_id` is a number above 2^53, or a string.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","user_id":17841400000000000,
///  "permissions":"instagram_business_basic,instagram_business_manage_messages"}
/// ```
///
/// Source: developers.facebook.com, "Business Login for Instagram", step 2; scribejava/scribejava
/// `InstagramAccessTokenJsonExtractor.java`.
pub static INSTAGRAM_LOGIN: Dialect = Dialect::like(&META, "instagram-login", Evidence::Documented)
    .with_quirks("scopes are in permissions, an array or with commas; the documents have an array in data")
    .related(&[Place::OAUTH2
        .envelope("data/*")
        .scopes(paths!["permissions"])
        .scopes_separated_by(&[','])
        .subject(paths!["user_id"])])
    .scopes(paths!["permissions"])
    .scopes_separated_by(&[','])
    .subject(paths!["user_id"]);

/// `threads`: the Threads API.
///
/// There is no refresh token: a long-lived token is refreshed with itself.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","user_id":"17841405793187218"}
/// ```
///
/// Source: developers.facebook.com, "Threads API", "Get Access Tokens and Permissions", "Long-Lived Access Tokens".
pub static THREADS: Dialect = Dialect::like(&META, "threads", Evidence::Documented)
    .with_quirks("no refresh token; error responses have error_type and error_message")
    .subject(paths!["user_id"]);

/// The base of Meta's endpoints: error responses with the Graph API's object, or with members at the top level.
const META: Dialect = Dialect::RFC6749.by("Meta").errors(&ERRORS);

/// The error responses of Meta.
const ERRORS: ErrorShape = ErrorShape::RFC6749.error_when(paths!["error_type"]).remedies(&[
    ("2", Remedy::Retry),
    ("4", Remedy::Retry),
    ("17", Remedy::Retry),
    ("102", Remedy::Reauthenticate),
    ("190", Remedy::Reauthenticate),
    ("341", Remedy::Retry),
]);
