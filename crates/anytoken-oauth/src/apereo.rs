//! Apereo.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, Wire, paths};

/// `cas-oauth`: Apereo CAS since its responses are JSON.
///
/// Version 5.0 says 7200 whatever lifetime is configured.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":7200,"refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: apereo/cas issue 2644.
pub static CAS_OAUTH: Dialect =
    Dialect::oauth2("cas-oauth", "Apereo", Evidence::Documented).with_quirks("follows RFC 6749");

/// `cas-oauth-legacy`: Apereo CAS while its responses were forms.
///
/// ```text
/// access_token=EXAMPLE-ACCESS&expires=7200
/// ```
///
/// Source: apereo/cas pull request 173; pac4j/pac4j `CasOAuthWrapperApi20.java`; the name `expires` from memory.
pub static CAS_OAUTH_LEGACY: Dialect = Dialect::oauth2("cas-oauth-legacy", "Apereo", Evidence::Unverified)
    .with_quirks("a form, sent as plain text; the lifetime is in expires; no token_type")
    .wire(Wire::Form)
    .expires_at(&[TimeRule::seconds(paths!["expires"]).text()]);
