//! Azure services with an endpoint of their own.

use anytoken_core::Adapter;
use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&CONTAINER_REGISTRY, &POWER_BI_EMBED_TOKEN, &DEVOPS_OAUTH];

/// `azure-container-registry`: the token service of a container registry.
///
/// `/oauth2/exchange` returns only a refresh token, `/oauth2/token` only an access token; both expiries are in the JWT
/// only. An error response is a list, as in the OCI distribution specification.
///
/// ```json
/// {"refresh_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: Azure/acr `docs/AAD-OAuth.md`.
pub static CONTAINER_REGISTRY: Dialect = Dialect {
    id: "azure-container-registry",
    vendor: "Microsoft",
    quirks: "issues only a refresh token; errors are a list",
    refresh_token_is_grant: true,
    errors: ErrorShape {
        signs: paths!["errors", "error"],
        code: paths!["errors/0/code", "error", "error/code"],
        description: paths!["errors/0/message", "error_description", "error/message"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `power-bi-embed-token`: `GenerateToken` of Power BI.
///
/// The token is sent under the scheme `EmbedToken`.
///
/// ```json
/// {"token":"EXAMPLE-EMBED","tokenId":"11111111-2222-3333-4444-555555555555","expiration":"2026-01-01T01:00:00Z"}
/// ```
///
/// Source: Microsoft Learn, "Embed Token - Generate Token".
pub static POWER_BI_EMBED_TOKEN: Dialect = Dialect {
    id: "power-bi-embed-token",
    vendor: "Microsoft",
    quirks: "the scheme is EmbedToken",
    access_token: paths!["token"],
    expires: &[TimeRule::rfc3339(paths!["expiration"])],
    scheme: Some("EmbedToken"),
    ..Dialect::BARE
};

/// `azure-devops-oauth`: OAuth of Azure DevOps.
///
/// `token_type` is `jwt-bearer` and means Bearer: the service rejects any other scheme. `expires_in` is a string. Error
/// responses are documented in PascalCase; no example is known.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"jwt-bearer","expires_in":"3599","refresh_token":"EXAMPLE-REFRESH",
///  "scope":"vso.code vso.identity"}
/// ```
///
/// Source: getsentry/sentry, tests of its VSTS integration; MicrosoftDocs/azure-devops-docs issue 810.
pub static DEVOPS_OAUTH: Dialect = Dialect {
    id: "azure-devops-oauth",
    vendor: "Microsoft",
    quirks: "jwt-bearer means Bearer; expires_in is a string; errors are in PascalCase",
    expires: &[TimeRule::seconds(paths!["expires_in"]).text()],
    bearer_words: &["jwt-bearer"],
    errors: ErrorShape {
        signs: paths!["error", "Error"],
        code: paths!["error", "error/code", "Error"],
        description: paths!["error_description", "error/message", "ErrorDescription"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};
