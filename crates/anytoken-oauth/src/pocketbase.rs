//! PocketBase.

use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, paths};

/// `pocketbase`: a login at PocketBase, or a refresh.
///
/// The token alone is the header. `mfaId` asks for a second factor, with status 401. In versions before 0.23 `code`
/// repeats the HTTP status.
///
/// ```json
/// {"record":{"id":"EXAMPLE-USER","collectionName":"users","email":"user@example.com"},
///  "token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: pocketbase/js-sdk, pocketbase 0.28.1; pocketbase.io, "Authentication", "Multi-factor authentication".
pub static POCKETBASE: Dialect = Dialect::bare("pocketbase", "PocketBase", Evidence::Recorded)
    .with_quirks("the token alone is the header; the subject is in record; no expiry")
    .detected_by(&["record+token"])
    .access_token(paths!["token"])
    .subject(paths!["record/id"])
    .authorization(Authorization::Bare)
    .errors(&ErrorShape::RFC6749.challenge_when(paths!["mfaId"]));
