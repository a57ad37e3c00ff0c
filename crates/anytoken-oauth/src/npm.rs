//! npm.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `npm-registry`: a login at a registry of npm packages, and its tokens.
///
/// ```json
/// {"ok":"user 'example' created","token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: recorded from verdaccio 6.8.0; npm/npm-profile `README.md`.
pub static NPM_REGISTRY: Dialect = Dialect::bare("npm-registry", "npm", Evidence::Recorded)
    .with_quirks("no expiry; an error is a sentence")
    .detected_by(&["cidr_whitelist"])
    .access_token(paths!["token"])
    .subject(paths!["user", "username"])
    .issued_at(&[TimeRule::rfc3339(paths!["created"])]);
