//! Strapi.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `strapi`: a login of a user at Strapi.
///
/// ```json
/// {"jwt":"EXAMPLE.EXAMPLE.EXAMPLE","user":{"id":7,"username":"example","email":"user@example.com","provider":"local"}}
/// ```
///
/// Source: docs.strapi.io, "Users & Permissions", as clients' tests quote it; recorded from strapi 5.54.0.
pub static STRAPI: Dialect = Dialect::bare("strapi", "Strapi", Evidence::Recorded)
    .with_quirks(
        "the token is in jwt; the subject is a number; no expiry; the error code is in name, inside error",
    )
    .access_token(paths!["jwt"])
    .subject(paths!["user/id"])
    .errors(
        &ErrorShape::RFC6749
            .code(paths!["error/name"])
            .remedies(&[("RateLimitError", Remedy::Retry), ("UnauthorizedError", Remedy::Reauthenticate)]),
    );
