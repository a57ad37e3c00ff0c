//! AniList.

use anytoken_core::dialect::{Dialect, Evidence};

use crate::passport::PASSPORT;

/// `anilist`: AniList's token endpoint.
///
/// `message` repeats `error_description`, as in other servers that run Laravel Passport.
///
/// ```json
/// {"error":"invalid_request","error_description":"The request is missing a required parameter.",
///  "hint":"Cannot decrypt the authorization code","message":"The request is missing a required parameter."}
/// ```
///
/// Source: the error responses of Laravel Passport.
pub static ANILIST: Dialect = Dialect::like(&PASSPORT, "anilist", Evidence::Unverified)
    .by("AniList")
    .with_quirks("error responses have their text twice, and a hint");
