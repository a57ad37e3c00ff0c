//! Azure services with an endpoint of their own.

use anytoken_core::{Adapter, Dialect, Refusals, Time, paths};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&CONTAINER_REGISTRY, &POWER_BI_EMBED_TOKEN, &DEVOPS_OAUTH];

/// `azure-container-registry`: the token service of a container registry.
///
/// `/oauth2/exchange` answers with a refresh token alone, `/oauth2/token` with an access token alone; both ends are
/// in the JWT only. A refusal is a list, as in the OCI distribution specification.
///
/// ```json
/// {"refresh_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: Azure/acr `docs/AAD-OAuth.md`.
pub static CONTAINER_REGISTRY: Dialect = Dialect {
    id: "azure-container-registry",
    vendor: "Microsoft",
    quirks: "a refresh token alone is granted; refusals are a list",
    grants_refresh_token: true,
    refusal: Refusals {
        signs: paths!["errors", "error"],
        code: paths!["errors/0/code", "error", "error/code"],
        description: paths!["errors/0/message", "error_description", "error/message"],
        ..Refusals::STANDARD
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
    expires: &[Time::rfc3339(paths!["expiration"])],
    scheme: Some("EmbedToken"),
    ..Dialect::BARE
};

/// `azure-devops-oauth`: OAuth of Azure DevOps.
///
/// `token_type` is `jwt-bearer` and means Bearer, for the service refuses any other scheme. `expires_in` is a string.
/// A refusal is said to be in PascalCase, which nobody has shown.
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
    quirks: "jwt-bearer means Bearer; expires_in is a string; refusals are in PascalCase",
    expires: &[Time::seconds(paths!["expires_in"]).text()],
    bearer_words: &["jwt-bearer"],
    refusal: Refusals {
        signs: paths!["error", "Error"],
        code: paths!["error", "error/code", "Error"],
        description: paths!["error_description", "error/message", "ErrorDescription"],
        ..Refusals::STANDARD
    },
    ..Dialect::STANDARD
};
