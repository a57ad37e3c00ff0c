//! Garmin.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

use crate::standard::OAUTH1;

/// `garmin-oauth2`: Garmin Connect's token endpoint.
///
/// `jti` is the id of the token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":86400,"token_type":"bearer","refresh_token":"EXAMPLE-REFRESH",
///  "scope":"CONNECT_READ CONNECT_WRITE","jti":"11111111-2222-3333-4444-555555555555",
///  "refresh_token_expires_in":7775998}
/// ```
///
/// Source: Garmin, "OAuth2 PKCE Specification", from memory; NangoHQ/nango `packages/providers/providers.yaml`.
pub static GARMIN_OAUTH2: Dialect = Dialect::oauth2("garmin-oauth2", "Garmin", Evidence::Unverified)
    .with_quirks("the refresh token's lifetime is in refresh_token_expires_in")
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"])]);

/// `garmin-oauth1`: Garmin Connect with OAuth 1.0.
///
/// The response does not name the user.
///
/// ```text
/// oauth_token=EXAMPLE-TOKEN&oauth_token_secret=EXAMPLE-SECRET
/// ```
///
/// Source: NangoHQ/nango `packages/providers/providers.yaml`; RFC 5849 §2.3.
pub static GARMIN_OAUTH1: Dialect = Dialect::like(&OAUTH1, "garmin-oauth1", Evidence::Unverified)
    .by("Garmin")
    .with_quirks("a form; a second secret signs each request");
