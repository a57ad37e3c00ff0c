//! HashiCorp: Vault (with OpenBao), Terraform and its cloud platform.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Place, Special, TimeRule, paths};

/// `consul-acl-token`: a login at Consul, or a token that its ACL API creates.
///
/// `AccessorID` names the token and is no secret. `ExpirationTime` is there if the token has one; `ExpirationTTL`
/// repeats the request.
///
/// ```json
/// {"AccessorID":"11111111-2222-3333-4444-555555555555","SecretID":"EXAMPLE-ACCESS","Local":true,
///  "AuthMethod":"example","CreateTime":"2026-01-01T00:00:00.123456789Z","Hash":"RVhBTVBMRQ==","CreateIndex":36,
///  "ModifyIndex":36}
/// ```
///
/// Source: developer.hashicorp.com, Consul HTTP API, "ACL Tokens", "Login to Auth Method"; hashicorp/consul-k8s, tests.
pub static CONSUL_ACL_TOKEN: Dialect = Dialect::like(&ACL_TOKEN, "consul-acl-token", Evidence::Tested)
    .with_quirks("the token is in SecretID; error responses are text")
    .detected_by(&["Local+AccessorID"]);

/// `nomad-acl-token`: a login at Nomad, or a token that its ACL API creates.
///
/// ```json
/// {"AccessorID":"11111111-2222-3333-4444-555555555555","SecretID":"EXAMPLE-ACCESS","Name":"example","Type":"client",
///  "Policies":["example"],"Global":false,"Hash":"RVhBTVBMRQ==","CreateTime":"2026-01-01T00:00:00.123456789Z",
///  "ExpirationTime":"2026-01-01T01:00:00.123456789Z","ExpirationTTL":"1h0m0s","CreateIndex":36,"ModifyIndex":36}
/// ```
///
/// Source: developer.hashicorp.com, Nomad HTTP API, "ACL Tokens", "ACL Login".
pub static NOMAD_ACL_TOKEN: Dialect = Dialect::like(&ACL_TOKEN, "nomad-acl-token", Evidence::Documented)
    .with_quirks("the token is in SecretID; error responses are text")
    .detected_by(&["Global+AccessorID"]);

/// A token of the ACL system that Consul and Nomad share.
const ACL_TOKEN: Dialect = Dialect::BARE
    .by("HashiCorp")
    .access_token(paths!["SecretID"])
    .issued_at(&[TimeRule::rfc3339(paths!["CreateTime"])])
    .expires_at(&[TimeRule::rfc3339(paths!["ExpirationTime"])]);

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
    .detected_by(&["lease_id", "lease_duration", "wrap_info", "data/client_id+data/ttl"])
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
        &ErrorShape::RFC6749
            .challenge_when(paths!["auth/mfa_requirement"])
            .description(paths!["errors/0"])
            .retry_statuses(&[412]),
    );

/// `terraform-cloud-token`: a token that the API of HCP Terraform or Terraform Enterprise creates.
///
/// The response is JSON:API. `token` is null in every later response. Without `expired-at` no expiry is stated.
///
/// ```json
/// {"data":{"id":"at-EXAMPLE","type":"authentication-tokens","attributes":{"created-at":"2026-01-01T00:00:00.000Z",
///  "last-used-at":null,"description":"ci","token":"EXAMPLE-ACCESS","expired-at":"2026-04-06T12:00:00.000Z"}}}
/// ```
///
/// Source: developer.hashicorp.com, "Team Token API"; hashicorp/go-tfe; tests of clients.
pub static TERRAFORM_CLOUD_TOKEN: Dialect =
    Dialect::bare("terraform-cloud-token", "HashiCorp", Evidence::Tested)
        .with_quirks("the token is in data/attributes; its expiry is in expired-at")
        .envelope("data/attributes")
        .access_token(paths!["token"])
        .issued_at(&[TimeRule::rfc3339(paths!["created-at"])])
        .expires_at(&[TimeRule::rfc3339(paths!["expired-at"])]);

/// `terraform-cli-credentials`: `credentials.tfrc.json`, which `terraform login` writes.
///
/// The tokens are keyed by host. The first is the token, the others are related.
///
/// ```json
/// {"credentials":{"app.terraform.io":{"token":"EXAMPLE-ACCESS"}}}
/// ```
///
/// Source: developer.hashicorp.com, Terraform, "CLI Configuration".
pub static TERRAFORM_CLI_CREDENTIALS: Dialect =
    Dialect::bare("terraform-cli-credentials", "HashiCorp", Evidence::Documented)
        .with_quirks("a token for each host; no expiry")
        .envelope("credentials/*")
        .access_token(paths!["token"]);

/// `hcp-credentials`: the cache of HashiCorp Cloud Platform's clients.
///
/// `session_expiry` is the end of the login. The zero date of Go states no expiry.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","refresh_token":"EXAMPLE-REFRESH",
///  "access_token_expiry":"2026-01-01T01:00:00.123456789Z","session_expiry":"2026-01-02T00:00:00.123456789Z"}
/// ```
///
/// Source: hashicorp/hcp-sdk-go `auth/cache.go`.
pub static HCP_CREDENTIALS: Dialect = Dialect::oauth2("hcp-credentials", "HashiCorp", Evidence::Documented)
    .with_quirks("the expiry is a date, in access_token_expiry")
    .expires_at(&[TimeRule::rfc3339(paths!["access_token_expiry"])]);
