//! Payload.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `payload-cms`: a login at Payload, or the refresh of its token.
///
/// A refresh has the token in `refreshedToken`. A user's sessions have ends of their own.
///
/// ```json
/// {"message":"Authentication Passed","user":{"id":"EXAMPLE-USER"},"token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "exp":1767232800}
/// ```
///
/// Source: payloadcms.com, "Authentication Operations", as public clients quote it; recorded from payload 3.90.2.
pub static PAYLOAD_CMS: Dialect = Dialect::bare("payload-cms", "Payload", Evidence::Recorded)
    .with_quirks(
        "the token is in token or refreshedToken; the expiry is an epoch, in exp; a message means success",
    )
    .detected_by(&["exp+user"])
    .access_token(paths!["token", "refreshedToken"])
    .subject(paths!["user/id"])
    .expires_at(&[TimeRule::epoch(paths!["exp"])])
    .errors(&ErrorShape::RFC6749.code(paths!["errors/0/name"]));
