//! Red Hat.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `red-hat-sso`: Red Hat single sign-on, which is Keycloak.
///
/// `refresh_expires_in` is 0 if it is unknown or there is no refresh token. `not-before-policy` is a setting of the
/// realm.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":300,"refresh_expires_in":1800,"refresh_token":"EXAMPLE-REFRESH",
///  "token_type":"Bearer","not-before-policy":0,"session_state":"EXAMPLE","scope":"openid"}
/// ```
///
/// Source: docs.camunda.io, "Orchestration Cluster REST API authentication"; access.redhat.com.
pub static RED_HAT_SSO: Dialect = Dialect::oauth2("red-hat-sso", "Red Hat", Evidence::Documented)
    .with_quirks("the refresh token's lifetime is in refresh_expires_in")
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_expires_in"])]);
