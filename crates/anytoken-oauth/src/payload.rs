//! Payload.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `payload-cms`: a login at Payload, or the refresh of its token.
///
/// A refresh has the token in `refreshedToken`.
///
/// ```json
/// {"message":"Auth Passed","user":{"id":"EXAMPLE-USER","email":"user@example.com"},"token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "exp":1767232800}
/// ```
///
/// Source: payloadcms.com, "Authentication Operations", as public clients quote it.
pub static PAYLOAD_CMS: Dialect = Dialect::bare("payload-cms", "Payload", Evidence::Tested)
    .with_quirks(
        "the token is in token or refreshedToken; the expiry is an epoch, in exp; a message means success",
    )
    .detected_by(&["exp+user"])
    .access_token(paths!["token", "refreshedToken"])
    .subject(paths!["user/id"])
    .expires_at(&[TimeRule::epoch(paths!["exp"])]);
