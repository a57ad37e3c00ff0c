//! Clerk.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `clerk-session-token`: the token of a user's session.
///
/// The expiry, mostly a minute ahead, is only in the JWT.
///
/// ```json
/// {"object":"token","jwt":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: clerk/javascript `packages/backend/src/api/resources/JSON.ts` (TokenJSON).
pub static CLERK_SESSION_TOKEN: Dialect = Dialect::bare("clerk-session-token", "Clerk", Evidence::Documented)
    .with_quirks("the token is in jwt; no expiry")
    .access_token(paths!["jwt"]);

/// `clerk-m2m-token`: a token for machines.
///
/// An `expiration` of null states none.
///
/// ```json
/// {"object":"machine_to_machine_token","id":"mt_example","subject":"mch_example","scopes":["mch_other"],
///  "claims":null,"token":"EXAMPLE-ACCESS","revoked":false,"revocation_reason":null,"expired":false,
///  "expiration":1767229200000,"created_at":1767225600000,"updated_at":1767225600000}
/// ```
///
/// Source: clerk/javascript `packages/backend/src/api/resources/JSON.ts` (M2MTokenJSON).
pub static CLERK_M2M_TOKEN: Dialect = Dialect::bare("clerk-m2m-token", "Clerk", Evidence::Documented)
    .with_quirks("the token is in token; times are in milliseconds; scopes is an array")
    .access_token(paths!["token"])
    .scopes(paths!["scopes"])
    .subject(paths!["subject"])
    .issued_at(&[TimeRule::epoch_milliseconds(paths!["created_at"])])
    .expires_at(&[TimeRule::epoch_milliseconds(paths!["expiration"])]);
