//! OneLogin.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Place, TimeRule, paths};

/// `onelogin-v1`: the first version of OneLogin's API, for tokens and for sessions.
///
/// `data` is a list of one token. A session has an absolute expiry, with slashes. An error response may have status
/// 200. A `state_token`, or a `status.type` of `pending`, asks for a second factor; the code is 200 then. Until the
/// user has answered OneLogin Protect, the client asks again.
///
/// ```json
/// {"status":{"error":false,"code":200,"type":"success","message":"Success"},
///  "data":[{"access_token":"EXAMPLE-ACCESS","created_at":"2026-01-01T00:00:00.123Z","expires_in":36000,
///  "refresh_token":"EXAMPLE-REFRESH","token_type":"bearer","account_id":555555}]}
/// ```
///
/// Source: developers.onelogin.com, "Generate Tokens", "Create Session Login Token"; onelogin/onelogin-ruby-sdk
/// `client.rb`, `session_token_info.rb`; Versent/saml2aws, its OneLogin provider.
pub static ONELOGIN_V1: Dialect = Dialect::like(&ONELOGIN_V2, "onelogin-v1", Evidence::Documented)
    .with_quirks(
        "an envelope with a list; a session's expiry has slashes; error responses may have status 200",
    )
    .envelope("data/0")
    .related(&[Place::BARE
        .envelope("data/0")
        .access_token(paths!["session_token"])
        .subject(paths!["user/id"])
        .expires_at(&[TimeRule::rfc3339(paths!["expires_at"])])])
    .ok_when("status/type", &["\"success\""])
    .errors(
        &V2_ERRORS.challenge_when(paths!["data/0/state_token"]).subcode(paths!["status/message"]).remedies(
            &[("Authentication pending on OL Protect", Remedy::Pending), ("200", Remedy::Interact)],
        ),
    );

/// `onelogin-v2`: the second version of OneLogin's API.
///
/// The lifetime counts from receipt, not from `created_at`. `account_id` is the tenant.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","created_at":"2026-01-01T00:00:00.123Z","expires_in":36000,
///  "refresh_token":"EXAMPLE-REFRESH","token_type":"bearer","account_id":555555}
/// ```
///
/// Source: onelogin/onelogin-python-sdk `docs/OauthToken.md`; onelogin/onelogin-ruby-sdk `client.rb`.
pub static ONELOGIN_V2: Dialect = Dialect::oauth2("onelogin-v2", "OneLogin", Evidence::Documented)
    .with_quirks("created_at is a date; error responses are in status")
    .issued_at(&[TimeRule::rfc3339(paths!["created_at"])])
    .errors(&V2_ERRORS);

/// The error responses of the second version.
const V2_ERRORS: ErrorShape = ErrorShape::RFC6749
    .error_when(paths!["status/error"])
    .code(paths!["status/code"])
    .description(paths!["status/message"]);
