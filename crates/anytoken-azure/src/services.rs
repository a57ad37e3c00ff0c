//! Azure services with an endpoint of their own.

use anytoken_core::TokenTypeKind;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

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
    .errors(ErrorShape::RFC6749.error_when(paths!["Error"]));
