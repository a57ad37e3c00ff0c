//! Garmin.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

use crate::standard::OAUTH1;

/// `garmin-oauth2`: Garmin Connect's token endpoint, and the file `oauth2_token.json` of garth.
///
/// `jti` is the id of the token. garth adds both ends as epochs, which the file's lifetimes do not replace.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":86400,"token_type":"bearer","refresh_token":"EXAMPLE-REFRESH",
///  "scope":"CONNECT_READ CONNECT_WRITE","jti":"11111111-2222-3333-4444-555555555555",
///  "refresh_token_expires_in":7775998}
/// ```
///
/// Source: recorded from garth 0.8.0; NangoHQ/nango `packages/providers/providers.yaml`.
pub static GARMIN_OAUTH2: Dialect = Dialect::oauth2("garmin-oauth2", "Garmin", Evidence::Recorded)
    .with_quirks(
        "the refresh token's lifetime is in refresh_token_expires_in; garth's file has both ends too",
    )
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]), TimeRule::epoch(paths!["expires_at"]).read_only()])
    .refresh_token_expires_at(&[
        TimeRule::seconds(paths!["refresh_token_expires_in"]),
        TimeRule::epoch(paths!["refresh_token_expires_at"]).read_only(),
    ]);

/// `garmin-oauth1`: Garmin Connect with OAuth 1.0, and the file `oauth1_token.json` of garth.
///
/// The response does not name the user. The file is JSON.
///
/// ```text
/// oauth_token=EXAMPLE-TOKEN&oauth_token_secret=EXAMPLE-SECRET
/// ```
///
/// Source: recorded from garth 0.8.0; NangoHQ/nango `packages/providers/providers.yaml`; RFC 5849 §2.3.
pub static GARMIN_OAUTH1: Dialect = Dialect::like(&OAUTH1, "garmin-oauth1", Evidence::Recorded)
    .by("Garmin")
    .with_quirks("a form; a second secret signs each request");
