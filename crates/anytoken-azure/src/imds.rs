//! Managed identity as virtual machines, Arc, Cloud Shell and Machine Learning hand it out.

use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};
use time::UtcOffset;

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&IMDS, &IMDS_V2, &ARC, &CLOUD_SHELL, &ML];

/// `azure-imds`: the instance metadata service of a virtual machine, `IdentityTokenResponse`.
///
/// Every number is a string; integers, ISO 8601 with seven digits and two forms without a zone (UTC) are read as
/// well, as Microsoft's clients do. No member is required by the model, and `refresh_token` is always `""`.
/// After 404, 410 and 429 the client is to ask again.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","client_id":"11111111-2222-3333-4444-555555555555","expires_in":"86399",
///  "expires_on":"1767311999","ext_expires_in":"86399","not_before":"1767225300","resource":"https://vault.azure.net/",
///  "token_type":"Bearer"}
/// ```
///
/// Source: Azure/azure-rest-api-specs `imds/data-plane/…/2023-07-01/imds.json`; Microsoft Learn, "How to use managed
/// identities for Azure resources on an Azure VM to acquire an access token".
pub static IMDS: Dialect = Dialect {
    id: "azure-imds",
    vendor: "Microsoft",
    quirks: "every number a string, absolute expiries beside lifetimes, 404 and 410 mean retry",
    signature: &["msi_res_id"],
    ..MANAGED_IDENTITY
};

/// `azure-imds-v2`: the metadata service's second version, for tokens bound to a TLS key.
///
/// `expires_in` holds an absolute epoch from the metadata service and a lifetime from the regional one: distinguished
/// by size. `token_type` is `mtls_pop`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":"1767311999","token_type":"mtls_pop","resource":"https://vault.azure.net/"}
/// ```
///
/// Source: AzureAD/microsoft-authentication-library-for-dotnet `MockHelpers.cs`, `DateTimeHelpers.cs`.
pub static IMDS_V2: Dialect = Dialect {
    id: "azure-imds-v2",
    quirks: "expires_in is an epoch or a lifetime, by its size",
    expires: &[
        TimeRule::epoch(paths!["expires_on"]).text().zone(UtcOffset::UTC),
        TimeRule::by_size(paths!["expires_in"]).text(),
    ],
    ..MANAGED_IDENTITY
};

/// `azure-arc`: servers connected through Azure Arc.
///
/// Like the metadata service; numbers may be integers. The first response is a 401 that is part of the protocol: its
/// `WWW-Authenticate` names a file with the challenge.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":"86399","expires_on":"1767311999","ext_expires_in":86399,
///  "resource":"https://vault.azure.net/","token_type":"Bearer"}
/// ```
///
/// Source: Azure/azure-sdk-for-rust `managed_identity_credential.rs`.
pub static ARC: Dialect =
    Dialect { id: "azure-arc", quirks: "like azure-imds; the first 401 is a challenge", ..MANAGED_IDENTITY };

/// `azure-cloud-shell`: the shell in the Azure portal.
///
/// `expires_in` may be 0 beside a valid `expires_on`. The error is an object of code and message.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":"0","expires_on":"1767311999","not_before":"1767225300",
///  "resource":"https://management.azure.com/","token_type":"Bearer"}
/// ```
///
/// Source: Microsoft Learn, "Acquire a token in Azure Cloud Shell".
pub static CLOUD_SHELL: Dialect = Dialect {
    id: "azure-cloud-shell",
    quirks: "expires_in 0 beside a valid expires_on; the error is an object",
    errors: ErrorShape::STANDARD,
    ..MANAGED_IDENTITY
};

/// `azure-ml`: compute of Azure Machine Learning.
///
/// No `token_type`; `expires_on` is an epoch under the API version that means a date in App Service. An error response
/// has its code in `error` and its text in `message`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","client_id":"11111111-2222-3333-4444-555555555555","expires_on":"1767311999",
///  "resource":"https://vault.azure.net/"}
/// ```
///
/// Source: AzureAD/microsoft-authentication-library-for-python `tests/test_mi.py`; MSAL.NET issue 5167.
pub static ML: Dialect = Dialect {
    id: "azure-ml",
    quirks: "no token_type; the error text is in message",
    errors: ErrorShape {
        description: paths!["message", "error_description", "error/message"],
        ..ErrorShape::STANDARD
    },
    ..MANAGED_IDENTITY
};

/// The base of these formats.
const MANAGED_IDENTITY: Dialect = Dialect {
    vendor: "Microsoft",
    resource: paths!["resource"],
    client_id: paths!["client_id"],
    subject: paths!["object_id"],
    not_before: &[TimeRule::epoch(paths!["not_before"]).text().zone(UtcOffset::UTC)],
    expires: &[
        TimeRule::epoch(paths!["expires_on"]).text().zone(UtcOffset::UTC),
        TimeRule::seconds(paths!["expires_in"]).text(),
    ],
    extended_expires: &[TimeRule::seconds(paths!["ext_expires_in"]).text()],
    errors: ErrorShape {
        remedies: &[("service_unavailable", Remedy::Retry), ("too_many_requests", Remedy::Retry)],
        retry_statuses: &[404, 410],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};
