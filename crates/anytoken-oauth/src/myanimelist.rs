//! MyAnimeList.

use anytoken_core::dialect::{Dialect, Evidence};

use crate::passport::PASSPORT;

/// `myanimelist`: MyAnimeList's token endpoint.
///
/// An error response has a `hint` beside its text.
///
/// ```json
/// {"token_type":"Bearer","expires_in":2678400,"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: myanimelist.net, "API authorization documentation"; thephpleague/oauth2-server (the error response).
pub static MYANIMELIST: Dialect = Dialect::like(&PASSPORT, "myanimelist", Evidence::Documented)
    .by("MyAnimeList")
    .with_quirks("error responses may have message instead of error_description");
