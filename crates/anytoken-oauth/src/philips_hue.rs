//! Philips Hue.

use anytoken_core::TokenTypeKind;
use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `hue-remote-v1`: the remote API of Philips Hue, first version.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","access_token_expires_in":"604799","refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_expires_in":"9676799","token_type":"BearerToken"}
/// ```
///
/// Source: node-hue-api 4.0.11 `lib/api/http/RemoteApi.js`, which reads these members.
pub static HUE_REMOTE_V1: Dialect = Dialect::oauth2("hue-remote-v1", "Philips Hue", Evidence::Unverified)
    .with_quirks("access_token_expires_in; numbers are strings; BearerToken means Bearer")
    .detected_by(&["access_token_expires_in"])
    .token_type_aliases(&[("BearerToken", TokenTypeKind::Bearer)])
    .expires_at(&[TimeRule::seconds(paths!["access_token_expires_in"]).text()])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"]).text()]);

/// `hue-remote-v2`: the remote API of Philips Hue, second version.
///
/// No expiry of the refresh token is stated.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":604799,"refresh_token":"EXAMPLE-REFRESH","token_type":"bearer"}
/// ```
///
/// Source: peter-murray/node-hue-api `src/api/http/RemoteApi.ts`.
pub static HUE_REMOTE_V2: Dialect =
    Dialect::oauth2("hue-remote-v2", "Philips Hue", Evidence::Unverified).with_quirks("follows RFC 6749");
