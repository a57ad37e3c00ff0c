//! LoopBack.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `loopback`: a login at LoopBack 3.
///
/// The lifetime counts from `created`. The token alone is the header.
///
/// ```json
/// {"id":"EXAMPLE-ACCESS","ttl":1209600,"created":"2026-01-01T00:00:00.599Z","userId":1}
/// ```
///
/// Source: recorded from loopback 3.28.0.
pub static LOOPBACK: Dialect = Dialect::bare("loopback", "LoopBack", Evidence::Recorded)
    .with_quirks("the token is in id; the lifetime counts from created; the token alone is the header")
    .access_token(paths!["id"])
    .subject(paths!["userId"])
    .issued_at(&[TimeRule::rfc3339(paths!["created"])])
    .expires_at(&[TimeRule::seconds(paths!["ttl"]).from_issue()])
    .authorization(Authorization::Bare)
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("LOGIN_FAILED", Remedy::Reauthenticate),
        ("LOGIN_FAILED_EMAIL_NOT_VERIFIED", Remedy::Interact),
    ]));
