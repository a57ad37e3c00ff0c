//! Directus.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `directus`: a login or a refresh at Directus.
///
/// `expires` is a lifetime in milliseconds. Over REST the token is in `data`; over GraphQL it is one level below, under
/// the name of the mutation, the lifetime is a string, and errors have status 200. The vendor's client passes on what
/// is in `data`. In cookie mode the refresh token is in a cookie.
///
/// ```json
/// {"data":{"expires":900000,"refresh_token":"EXAMPLE-REFRESH","access_token":"EXAMPLE.EXAMPLE.EXAMPLE"}}
/// ```
///
/// Source: recorded from directus 11.3.5; directus/directus `packages/errors`.
pub static DIRECTUS: Dialect = Dialect::bare("directus", "Directus", Evidence::Recorded)
    .with_quirks(
        "expires is a lifetime in milliseconds; the token is in data, over GraphQL below the mutation's name",
    )
    .access_token(paths![
        "data/access_token",
        "data/auth_login/access_token",
        "data/auth_refresh/access_token",
        "access_token"
    ])
    .refresh_token(paths![
        "data/refresh_token",
        "data/auth_login/refresh_token",
        "data/auth_refresh/refresh_token",
        "refresh_token"
    ])
    .expires_at(&[TimeRule::milliseconds(paths![
        "data/expires",
        "data/auth_login/expires",
        "data/auth_refresh/expires",
        "expires"
    ])])
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("INVALID_CREDENTIALS", Remedy::Reauthenticate),
        ("INVALID_TOKEN", Remedy::Reauthenticate),
        ("INVALID_OTP", Remedy::Interact),
        ("INVALID_PAYLOAD", Remedy::FixRequest),
        ("REQUESTS_EXCEEDED", Remedy::Retry),
        ("SERVICE_UNAVAILABLE", Remedy::Retry),
    ]));
