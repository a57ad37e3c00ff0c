//! ZITADEL.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `zitadel-session`: a session of ZITADEL's API, or a personal access token.
///
/// No expiry is stated. Error responses are those of gRPC, whose codes are numbers.
///
/// ```json
/// {"details":{"sequence":"580","changeDate":"2026-01-01T00:00:00.123Z","resourceOwner":"1"},"sessionId":"2",
///  "sessionToken":"EXAMPLE-SESSION"}
/// ```
///
/// Source: zitadel/zitadel `proto/zitadel/session/v2` (CreateSessionResponse), `proto/zitadel/user/v2`
/// (AddPersonalAccessTokenResponse).
pub static ZITADEL_SESSION: Dialect = Dialect::bare("zitadel-session", "ZITADEL", Evidence::Documented)
    .with_quirks("the token is in sessionToken or token; no expiry; an error code is a number of gRPC")
    .access_token(paths!["sessionToken", "token"])
    .issued_at(&[TimeRule::rfc3339(paths!["creationDate"])])
    .errors(&ErrorShape::RFC6749.code(paths!["code"]).remedies(&[
        // INVALID_ARGUMENT, RESOURCE_EXHAUSTED, UNAVAILABLE, UNAUTHENTICATED.
        ("3", Remedy::FixRequest),
        ("8", Remedy::Retry),
        ("14", Remedy::Retry),
        ("16", Remedy::Reauthenticate),
    ]));
