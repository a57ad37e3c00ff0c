//! Heroku.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Special, TimeRule, paths};

/// `heroku`: `POST /oauth/tokens` of the Platform API.
///
/// `client` repeats the client's secret, which is kept.
///
/// ```json
/// {"access_token":{"expires_in":28800,"id":"11111111-2222-3333-4444-555555555555","token":"EXAMPLE-ACCESS"},
///  "client":{"secret":"EXAMPLE-SECRET"},"created_at":"2026-01-01T00:00:00Z",
///  "refresh_token":{"expires_in":2592000,"id":"11111111-2222-3333-4444-555555555555","token":"EXAMPLE-REFRESH"},
///  "user":{"id":"11111111-2222-3333-4444-555555555555"}}
/// ```
///
/// Source: heroku/platform-api `schema.json`; Heroku Dev Center, "Platform API Reference".
pub static HEROKU: Dialect = Dialect::bare("heroku", "Heroku", Evidence::Documented)
    .with_quirks("the tokens are objects with a lifetime each; null means never; the error code is in id")
    .access_token(paths!["access_token/token"])
    .refresh_token(paths!["refresh_token/token"])
    .subject(paths!["user/id"])
    .issued_at(&[TimeRule::rfc3339(paths!["created_at"])])
    .expires_at(&[TimeRule::seconds(paths!["access_token/expires_in"]).when(&[("null", Special::Never)])])
    .refresh_token_expires_at(&[
        TimeRule::seconds(paths!["refresh_token/expires_in"]).when(&[("null", Special::Never)])
    ])
    .errors(&HEROKU_ERRORS);

/// `heroku-platform-api`: [`HEROKU`] under the title of its documentation.
///
/// ```json
/// {"access_token":{"expires_in":2592000,"id":"EXAMPLE","token":"EXAMPLE-ACCESS"},
///  "created_at":"2026-01-01T00:00:00Z","id":"EXAMPLE",
///  "refresh_token":{"expires_in":null,"id":"EXAMPLE","token":"EXAMPLE-REFRESH"},"user":{"id":"EXAMPLE-USER"}}
/// ```
///
/// Source: devcenter.heroku.com, "Platform API Reference"; heroku-client `docs/oauthToken.md`.
pub static HEROKU_PLATFORM_API: Dialect = Dialect::like(&HEROKU, "heroku-platform-api", Evidence::Documented)
    .with_quirks("the tokens are objects with a lifetime each; null means never; the error code is in id");

/// `heroku-identity`: the token endpoint of `id.heroku.com`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","token_type":"Bearer","expires_in":28799,
///  "user_id":"11111111-2222-3333-4444-555555555555","session_nonce":null}
/// ```
///
/// Source: Heroku Dev Center, "OAuth", from memory.
pub static HEROKU_IDENTITY: Dialect = Dialect::oauth2("heroku-identity", "Heroku", Evidence::Unverified)
    .with_quirks("the subject is in user_id; the error code is in id")
    .detected_by(&["session_nonce"])
    .subject(paths!["user_id"])
    .errors(&HEROKU_ERRORS);

/// The error responses of Heroku's services.
const HEROKU_ERRORS: ErrorShape = ErrorShape::RFC6749
    .error_when(paths!["message"])
    .code(paths!["id"])
    .uri(paths!["error_uri", "url"])
    .remedies(&[
        ("unauthorized", Remedy::Reauthenticate),
        ("bad_request", Remedy::FixRequest),
        ("not_acceptable", Remedy::FixRequest),
        ("invalid_params", Remedy::FixRequest),
        ("delinquent", Remedy::Interact),
        ("verification_needed", Remedy::Interact),
        ("two_factor", Remedy::Interact),
        ("rate_limit", Remedy::Retry),
    ]);
