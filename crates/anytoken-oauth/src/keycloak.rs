//! Keycloak.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `keycloak`: Keycloak's token endpoint.
///
/// `refresh_expires_in` is 0 for an offline token, whose expiry depends on its use, and if there is no refresh token.
/// `expires_in` may be negative. `not-before-policy` is when the realm last revoked all tokens, not when this token
/// becomes valid.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":300,"refresh_expires_in":1800,"refresh_token":"EXAMPLE-REFRESH",
///  "token_type":"Bearer","not-before-policy":0,"session_state":"example","scope":"openid profile"}
/// ```
///
/// Source: keycloak/keycloak `core/src/main/java/org/keycloak/representations/AccessTokenResponse.java`, issues 8919,
/// 40611 and 48063.
pub static KEYCLOAK: Dialect = Dialect::oauth2("keycloak", "Keycloak", Evidence::Documented)
    .with_quirks("refresh_expires_in 0 means unknown; not-before-policy belongs to the realm")
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_expires_in"])]);
