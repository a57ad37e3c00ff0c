//! Azure services with an endpoint of their own.

use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};
use anytoken_core::{Remedy, TokenTypeKind};

/// `azure-container-registry`: the token service of a container registry.
///
/// `/oauth2/exchange` returns only a refresh token, `/oauth2/token` only an access token. Both expiries are only in the
/// JWT.
///
/// ```json
/// {"refresh_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: Azure/acr `docs/AAD-OAuth.md`.
pub static CONTAINER_REGISTRY: Dialect =
    Dialect::oauth2("azure-container-registry", "Microsoft", Evidence::Documented)
        .with_quirks("a refresh token alone is granted; no expiry; error responses are a list")
        .refresh_token_is_grant();

/// `azure-pipelines-oidc`: the ID token of a job of Azure Pipelines.
///
/// ```json
/// {"oidcToken":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: Azure/azure-sdk-for-python, azure-identity 1.27.0 `_credentials/azure_pipelines.py`; public recordings of
/// Azure DevOps' error responses.
pub static PIPELINES_OIDC: Dialect = Dialect::bare("azure-pipelines-oidc", "Microsoft", Evidence::Tested)
    .with_quirks("the ID token is in oidcToken; no expiry; the error code is in typeKey")
    .detected_by(&["oidcToken"])
    .id_token(paths!["oidcToken"])
    .errors(&ErrorShape::RFC6749.code(paths!["typeKey"]));

/// `power-bi-embed-token`: `GenerateToken` of Power BI.
///
/// ```json
/// {"token":"EXAMPLE-EMBED","tokenId":"11111111-2222-3333-4444-555555555555","expiration":"2026-01-01T01:00:00Z"}
/// ```
///
/// Source: Microsoft Learn, "Embed Token - Generate Token".
pub static POWER_BI_EMBED_TOKEN: Dialect =
    Dialect::bare("power-bi-embed-token", "Microsoft", Evidence::Documented)
        .with_quirks("the token is in token; expiration is a date; the scheme is EmbedToken")
        .access_token(paths!["token"])
        .expires_at(&[TimeRule::rfc3339(paths!["expiration"])])
        .authorization(Authorization::Scheme("EmbedToken"));

/// `azure-devops-oauth`: OAuth of Azure DevOps.
///
/// The service rejects every scheme but Bearer. No example of an error response is known.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"jwt-bearer","expires_in":"3599","refresh_token":"EXAMPLE-REFRESH",
///  "scope":"vso.code vso.identity"}
/// ```
///
/// Source: getsentry/sentry, tests of its VSTS integration; MicrosoftDocs/azure-devops-docs issue 810.
pub static DEVOPS_OAUTH: Dialect = Dialect::oauth2("azure-devops-oauth", "Microsoft", Evidence::Tested)
    .with_quirks("jwt-bearer means Bearer; expires_in is a string; error responses are in PascalCase")
    .token_type_aliases(&[("jwt-bearer", TokenTypeKind::Bearer)])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()])
    .errors(&ErrorShape::RFC6749.error_when(paths!["Error"]));

/// `azure-devops-pat`: a personal access token that the API of Azure DevOps creates.
///
/// The token is the password of a Basic header. An error response has status 200 and a `patTokenError` other than
/// `none`.
///
/// ```json
/// {"patToken":{"displayName":"example","validTo":"2026-12-31T00:00:00Z","scope":"app_token","targetAccounts":null,
///  "validFrom":"2026-01-01T00:00:00Z","authorizationId":"11111111-2222-3333-4444-555555555555",
///  "token":"EXAMPLE-ACCESS"},"patTokenError":"none"}
/// ```
///
/// Source: Microsoft Learn, Azure DevOps, "Pats - Create", `PatTokenResult`, `SessionTokenError`.
pub static DEVOPS_PAT: Dialect = Dialect::bare("azure-devops-pat", "Microsoft", Evidence::Documented)
    .with_quirks("all in patToken; patTokenError none means success; no Authorization header of its own")
    .detected_by(&["patToken", "patTokenError"])
    .envelope("patToken")
    .access_token(paths!["token"])
    .scopes(paths!["scope"])
    .issued_at(&[TimeRule::rfc3339(paths!["validFrom"])])
    .expires_at(&[TimeRule::rfc3339(paths!["validTo"])])
    .authorization(Authorization::None)
    .ok_when("patTokenError", &["\"none\""])
    .errors(&ErrorShape::RFC6749.code(paths!["patTokenError"]).remedies(&[
        ("displayNameRequired", Remedy::FixRequest),
        ("invalidDisplayName", Remedy::FixRequest),
        ("invalidValidTo", Remedy::FixRequest),
        ("invalidScope", Remedy::FixRequest),
    ]));

/// `azure-communication-identity`: a user's token of Azure Communication Services.
///
/// Creating an identity with a token returns the same members in `accessToken`. The date has seven digits after the
/// second.
///
/// ```json
/// {"identity":{"id":"8:acs:EXAMPLE"},
///  "accessToken":{"token":"EXAMPLE.EXAMPLE.EXAMPLE","expiresOn":"2026-01-02T00:00:00.1234567+00:00"}}
/// ```
///
/// Source: Microsoft Learn, Azure Communication Services, "Communication Identity - Create", "Communication Identity -
/// Issue Access Token".
pub static COMMUNICATION_IDENTITY: Dialect =
    Dialect::bare("azure-communication-identity", "Microsoft", Evidence::Documented)
        .with_quirks("the token is in token, perhaps in accessToken")
        .access_token(paths!["accessToken/token", "token"])
        .subject(paths!["identity/id"])
        .expires_at(&[TimeRule::rfc3339(paths!["accessToken/expiresOn", "expiresOn"])]);

/// `direct-line`: a conversation with a bot by Direct Line, which Copilot Studio's agents have too.
///
/// Starting a conversation has status 201 and adds `streamUrl`.
///
/// ```json
/// {"conversationId":"EXAMPLE","token":"EXAMPLE-ACCESS","expires_in":1800}
/// ```
///
/// Source: Microsoft Learn, Azure AI Bot Service, "Authentication in Direct Line API 3.0", "Start a conversation in
/// Direct Line API 3.0", "API reference - Direct Line API 3.0".
pub static DIRECT_LINE: Dialect = Dialect::bare("direct-line", "Microsoft", Evidence::Documented)
    .with_quirks("the token is in token")
    .access_token(paths!["token"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"])]);
