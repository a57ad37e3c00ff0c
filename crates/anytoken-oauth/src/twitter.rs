//! X.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

use crate::standard::OAUTH1;

/// `twitter-oauth1`: `oauth/access_token` of X.
///
/// The body is a form, sent as HTML. Error responses are JSON with a list, or XML.
///
/// ```text
/// oauth_token=EXAMPLE-TOKEN&oauth_token_secret=EXAMPLE-SECRET&user_id=6253282&screen_name=example
/// ```
///
/// Source: docs.x.com, "POST oauth/access_token", "Error troubleshooting"; VocaDB/vocadb issue 455 (XML).
pub static TWITTER_OAUTH1: Dialect = Dialect::like(&OAUTH1, "twitter-oauth1", Evidence::Documented)
    .by("X")
    .with_quirks(
        "a form as text/html; a second secret signs each request; error responses are a list in JSON, or XML",
    )
    .subject(paths!["user_id"])
    .errors(&TWITTER_ERRORS);

/// `twitter-app-only`: `oauth2/token` of X, for an application without a user.
///
/// No expiry is stated: the token lives until it is revoked.
///
/// ```json
/// {"token_type":"bearer","access_token":"EXAMPLE%2FACCESS%3D"}
/// ```
///
/// Source: docs.x.com, "OAuth 2.0 Application-Only".
pub static TWITTER_APP_ONLY: Dialect = Dialect::oauth2("twitter-app-only", "X", Evidence::Documented)
    .with_quirks("percent escapes are part of the token; no expiry; error responses are a list")
    .errors(&TWITTER_ERRORS);

/// `twitter-v2`: the token endpoint of X's second API.
///
/// `invalid_request` also means that a refresh token has expired or was used.
///
/// ```json
/// {"token_type":"bearer","expires_in":7200,"access_token":"EXAMPLE-ACCESS","scope":"tweet.read offline.access",
///  "refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: docs.x.com, "OAuth 2.0 Authorization Code Flow with PKCE", and reports of its community.
pub static TWITTER_V2: Dialect = Dialect::oauth2("twitter-v2", "X", Evidence::Documented)
    .with_quirks("a refresh token that has expired or was used is invalid_request")
    .errors(&ErrorShape::RFC6749.remedies(&[("invalid_request", Remedy::Reauthenticate)]));

/// X's error responses: a list in JSON, or one error in XML.
const TWITTER_ERRORS: ErrorShape = ErrorShape::RFC6749
    .code(paths!["errors/0/code", "error", "error/code"])
    .description(paths!["errors/0/message", "error_description", "error/#text"])
    .remedies(&[
        ("32", Remedy::FixClient),
        ("88", Remedy::Retry),
        ("89", Remedy::Reauthenticate),
        ("99", Remedy::FixClient),
        ("130", Remedy::Retry),
        ("131", Remedy::Retry),
        ("170", Remedy::FixRequest),
        ("415", Remedy::FixClient),
        ("416", Remedy::FixClient),
    ]);
