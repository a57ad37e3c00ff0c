//! Secret stores, and issuers of identities.

use anytoken_core::Adapter;
use anytoken_core::dialect::{Dialect, ErrorShape, Never, TimeRule, Wire, paths};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&VAULT, &AKEYLESS, &CONJUR, &SPIRE];

/// `vault`: Vault and OpenBao.
///
/// A login returns the token in `auth`, wrapping in `wrap_info`, and the identity store issues an ID token in `data`. A
/// `lease_duration` of 0 in `auth` means that the token never expires; that of the top level is another. `token_type`
/// is a kind of Vault's own (`service`, `batch`). Error responses have texts and no codes; a login that needs a second
/// factor is one, with status 200, an empty token and `mfa_requirement`. After 412 the client is to ask again.
///
/// ```json
/// {"request_id":"EXAMPLE","lease_id":"","lease_duration":0,"data":null,"wrap_info":null,
///  "auth":{"client_token":"EXAMPLE-ACCESS","accessor":"EXAMPLE-ACCESSOR","policies":["default"],"lease_duration":3600,
///  "renewable":true,"token_type":"service"}}
/// ```
///
/// Source: openbao/openbao `website/content/docs/concepts/tokens.mdx`, `website/content/docs/api/index.mdx`,
/// `website/content/docs/api/auth/token.mdx`, `website/content/docs/api/secret/identity/tokens.mdx`.
pub static VAULT: Dialect = Dialect {
    id: "vault",
    vendor: "HashiCorp, OpenBao",
    quirks: "the token is in auth or wrap_info, an ID token in data; 0 means never; errors without a code",
    signature: &["lease_id", "lease_duration", "wrap_info"],
    at: "auth",
    access_token: paths!["client_token"],
    expires: &[TimeRule::seconds(paths!["lease_duration"])],
    never: &[Never::Zero],
    also: &[
        Dialect {
            at: "wrap_info",
            access_token: paths!["token"],
            issued: &[TimeRule::rfc3339(paths!["creation_time"])],
            expires: &[TimeRule::seconds(paths!["ttl"]).from_issue()],
            ..Dialect::BARE
        },
        Dialect {
            at: "data",
            id_token: paths!["token"],
            client_id: paths!["client_id"],
            expires: &[TimeRule::seconds(paths!["ttl"])],
            ..Dialect::BARE
        },
    ],
    errors: ErrorShape {
        signs: paths!["errors"],
        steps: paths!["auth/mfa_requirement"],
        code: paths![],
        description: paths!["errors/0"],
        retry_statuses: &[412],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `akeyless`: `POST /auth` of Akeyless.
///
/// `creds` holds further credentials with their own expiry; they are kept.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: akeylesslabs/akeyless-go `docs/AuthOutput.md`, `docs/SystemAccessCredentialsReplyObj.md`.
pub static AKEYLESS: Dialect = Dialect {
    id: "akeyless",
    vendor: "Akeyless",
    quirks: "no expiry; errors are a text in error",
    access_token: paths!["token"],
    ..Dialect::BARE
};

/// `conjur`: `authenticate` of Conjur.
///
/// The whole body is the token, a flattened JWS, or its Base64 where that was asked for. The client sends
/// `Authorization: Token token="…"` with the Base64, which is not a scheme followed by a token. When it was issued is
/// within.
///
/// ```json
/// {"protected":"RVhBTVBMRQ==","payload":"RVhBTVBMRQ==","signature":"RVhBTVBMRQ=="}
/// ```
///
/// Source: cyberark/conjur `design/proposals/encoded_token_response.md`, `gems/conjur-rack/spec/rack/user_spec.rb`.
pub static CONJUR: Dialect = Dialect {
    id: "conjur",
    vendor: "CyberArk",
    quirks: "the whole body is the token; no expiry",
    signature: &["protected"],
    wire: Wire::Whole,
    access_token: paths!["#text"],
    scheme: Some(""),
    ..Dialect::BARE
};

/// `spire`: `spire-agent api fetch jwt -output json`.
///
/// An array whose first element holds the tokens, one for each identity, and the second the keys of the trust domains.
/// The expiry is in the JWT only.
///
/// ```json
/// [{"svids":[{"spiffe_id":"spiffe://example.org/workload","svid":"EXAMPLE.EXAMPLE.EXAMPLE"}]},
///  {"bundles":{"spiffe://example.org":"RVhBTVBMRQ=="}}]
/// ```
///
/// Source: spiffe/spire `cmd/spire-agent/cli/api/api_test.go`.
pub static SPIRE: Dialect = Dialect {
    id: "spire",
    vendor: "SPIFFE",
    quirks: "an array of tokens within an array; no expiry",
    at: "0/svids/*",
    access_token: paths!["svid"],
    subject: paths!["spiffe_id"],
    ..Dialect::BARE
};
