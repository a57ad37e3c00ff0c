//! Appwrite.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `appwrite`: a session, or a JWT of one.
///
/// `secret` is the token, in a header of its own. It is empty if the token is in a cookie. `providerAccessToken` is a
/// token of another provider. In an error response `code` repeats the HTTP status.
///
/// ```json
/// {"$id":"EXAMPLE-SESSION","$createdAt":"2026-01-01T00:00:00.000+00:00","userId":"EXAMPLE-USER",
///  "expire":"2027-01-01T00:00:00.000+00:00","provider":"email","providerAccessToken":"","secret":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: appwrite/sdk-for-web 28.0.0 `types/models.d.ts` (Session, Jwt); appwrite.io, "Response codes".
pub static APPWRITE: Dialect = Dialect::bare("appwrite", "Appwrite", Evidence::Tested)
    .with_quirks(
        "the token is in secret or jwt; another provider's token may be beside it; the error code is in type",
    )
    .detected_by(&["providerAccessToken+secret"])
    .access_token(paths!["secret", "jwt"])
    .subject(paths!["userId"])
    .issued_at(&[TimeRule::rfc3339(paths!["$createdAt"])])
    .expires_at(&[TimeRule::rfc3339(paths!["expire"])])
    .authorization(Authorization::None)
    .errors(&ErrorShape::RFC6749.code(paths!["type"]).remedies(&[
        ("general_argument_invalid", Remedy::FixRequest),
        ("general_rate_limit_exceeded", Remedy::Retry),
        ("project_not_found", Remedy::FixClient),
        ("user_blocked", Remedy::Interact),
        ("user_invalid_credentials", Remedy::Reauthenticate),
        ("user_jwt_invalid", Remedy::Reauthenticate),
        ("user_more_factors_required", Remedy::Interact),
        ("user_session_not_found", Remedy::Reauthenticate),
        ("user_unauthorized", Remedy::Reauthenticate),
    ]));
