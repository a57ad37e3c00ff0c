//! npm.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `npm-oidc-exchange`: npm's exchange of a CI's ID token, for trusted publishing.
///
/// `token_type` is the kind of the token, not its type. The status is 201.
///
/// ```json
/// {"token_type":"oidc","token":"EXAMPLE-ACCESS","created":"2026-01-01T00:00:00.000Z",
///  "expires":"2026-01-01T01:00:00.000Z"}
/// ```
///
/// Source: npm/cli 11.21.2 `lib/utils/oidc.js`; public tests of clients of the exchange.
pub static NPM_OIDC_EXCHANGE: Dialect = Dialect::bare("npm-oidc-exchange", "npm", Evidence::Tested)
    .with_quirks("the token is in token; token_type is no type; created and expires are dates")
    .access_token(paths!["token"])
    .token_type(paths![])
    .issued_at(&[TimeRule::rfc3339(paths!["created"])])
    .expires_at(&[TimeRule::rfc3339(paths!["expires"])]);

/// `npm-registry`: a login at a registry of npm packages, and its tokens.
///
/// Verdaccio names the list of addresses `cidr`, npm `cidr_whitelist`.
///
/// ```json
/// {"ok":"user 'example' created","token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: recorded from verdaccio 6.8.0; npm/npm-profile `README.md`.
pub static NPM_REGISTRY: Dialect = Dialect::bare("npm-registry", "npm", Evidence::Recorded)
    .with_quirks("no expiry; an error is a sentence")
    .detected_by(&["cidr_whitelist", "cidr+readonly"])
    .access_token(paths!["token"])
    .subject(paths!["user", "username"])
    .issued_at(&[TimeRule::rfc3339(paths!["created"])]);
