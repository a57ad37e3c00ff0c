//! DigitalOcean.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `digitalocean`: DigitalOcean's token endpoint.
///
/// `uid` is a number, and `info` is the user's name and email address.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":2592000,
///  "refresh_token":"EXAMPLE-REFRESH","scope":"read write","uid":100101,
///  "info":{"name":"Example","email":"user@example.com"}}
/// ```
///
/// Source: DigitalOcean, "How To Use OAuth Authentication with DigitalOcean"; python-social-auth/social-core
/// `test_digitalocean.py`.
pub static DIGITALOCEAN: Dialect = Dialect::oauth2("digitalocean", "DigitalOcean", Evidence::Tested)
    .with_quirks("the subject is in uid")
    .subject(paths!["uid"]);
