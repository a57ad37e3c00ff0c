//! Evernote.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

use crate::standard::OAUTH1;

/// `evernote`: Evernote's OAuth 1.0a.
///
/// There is no second secret. `edam_noteStoreUrl` is the address to call.
///
/// ```text
/// oauth_token=EXAMPLE-TOKEN&edam_shard=s1&edam_userId=101010&edam_expires=1798761600000
/// &edam_noteStoreUrl=https%3A%2F%2Fwww.evernote.com%2Fshard%2Fs1%2Fnotestore
/// ```
///
/// Source: dev.evernote.com, "OAuth"; python-social-auth/social-core `social_core/tests/backends/test_evernote.py`.
pub static EVERNOTE: Dialect = Dialect::like(&OAUTH1, "evernote", Evidence::Tested)
    .by("Evernote")
    .with_quirks("a form; the expiry is in milliseconds since 1970; the subject is in edam_userId")
    .detected_by(&["edam_expires", "edam_noteStoreUrl", "edam_shard", "edam_userId", "edam_webApiUrlPrefix"])
    .subject(paths!["edam_userId"])
    .api_url(paths!["edam_noteStoreUrl"])
    .expires_at(&[TimeRule::epoch_milliseconds(paths!["edam_expires"]).text()]);
