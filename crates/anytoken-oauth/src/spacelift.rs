//! Spacelift.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `spacelift`: the exchange of an API key or a GitHub token, by GraphQL.
///
/// The envelope is named after the mutation. `validUntil` is there if the request asks for it. Error responses have
/// status 200 and no code.
///
/// ```json
/// {"data":{"apiKeyUser":{"jwt":"EXAMPLE.EXAMPLE.EXAMPLE","validUntil":1767229200}}}
/// ```
///
/// Source: spacelift-io/spacectl `client/session/api_key.go`; spacelift-io/user-documentation
/// `docs/integrations/api.md`.
pub static SPACELIFT: Dialect = Dialect::bare("spacelift", "Spacelift", Evidence::Documented)
    .with_quirks("an envelope named after the mutation; error responses have status 200")
    .envelope("data")
    .access_token(paths!["apiKeyUser/jwt", "oauthUser/jwt"])
    .expires_at(&[TimeRule::epoch(paths!["apiKeyUser/validUntil", "oauthUser/validUntil"])]);
