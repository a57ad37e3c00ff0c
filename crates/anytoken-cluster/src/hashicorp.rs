//! HashiCorp, OpenBao.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Place, Special, TimeRule, paths};

/// `vault`: Vault and OpenBao.
///
/// A login returns the token in `auth`, wrapping in `wrap_info`, and the identity store issues an ID token in `data`.
/// The `lease_duration` at the top level is not the token's. `token_type` is a kind of token in Vault (`service`,
/// `batch`), not the type for a header. A login that needs a second factor is an error response, with status 200, an
/// empty token and `mfa_requirement`.
///
/// ```json
/// {"request_id":"EXAMPLE","lease_id":"","lease_duration":0,"data":null,"wrap_info":null,
///  "auth":{"client_token":"EXAMPLE-ACCESS","accessor":"EXAMPLE-ACCESSOR","policies":["default"],"lease_duration":3600,
///  "renewable":true,"token_type":"service"}}
/// ```
///
/// Source: openbao/openbao `website/content/docs/concepts/tokens.mdx`, `website/content/docs/api/index.mdx`,
/// `website/content/docs/api/auth/token.mdx`, `website/content/docs/api/secret/identity/tokens.mdx`.
pub static VAULT: Dialect = Dialect::bare("vault", "HashiCorp, OpenBao", Evidence::Documented)
    .with_quirks(
        "the token is in auth or wrap_info, an ID token in data; 0 means never; error responses have no code",
    )
    .detected_by(&["lease_id", "lease_duration", "wrap_info"])
    .envelope("auth")
    .related(&[
        Place::BARE
            .envelope("wrap_info")
            .access_token(paths!["token"])
            .issued_at(&[TimeRule::rfc3339(paths!["creation_time"])])
            .expires_at(&[TimeRule::seconds(paths!["ttl"]).from_issue()]),
        Place::BARE
            .envelope("data")
            .id_token(paths!["token"])
            .client_id(paths!["client_id"])
            .expires_at(&[TimeRule::seconds(paths!["ttl"])]),
    ])
    .access_token(paths!["client_token"])
    .token_type(paths![])
    .expires_at(&[TimeRule::seconds(paths!["lease_duration"]).when(&[("0", Special::Never)])])
    .errors(
        ErrorShape::RFC6749
            .error_when(paths!["errors"])
            .challenge_when(paths!["auth/mfa_requirement"])
            .description(paths!["errors/0"])
            .retry_statuses(&[412]),
    );
