//! Managed identity as virtual machines, Arc, Cloud Shell and Machine Learning hand it out.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};
use time::UtcOffset;

/// `azure-imds`: the instance metadata service of a virtual machine, `IdentityTokenResponse`.
///
/// Microsoft's clients also accept integers, ISO 8601 with seven digits, and two forms without a zone, which are in
/// UTC. No member is required by the model, and `refresh_token` is always `""`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","client_id":"11111111-2222-3333-4444-555555555555","expires_in":"86399",
///  "expires_on":"1767311999","ext_expires_in":"86399","not_before":"1767225300","resource":"https://vault.azure.net/",
///  "token_type":"Bearer"}
/// ```
///
/// Source: Azure/azure-rest-api-specs `imds/data-plane/…/2023-07-01/imds.json`; Microsoft Learn, "How to use managed
/// identities for Azure resources on an Azure VM to acquire an access token";
/// AzureAD/microsoft-authentication-library-for-python `tests/test_mi.py`.
pub static IMDS: Dialect = Dialect::like(&MANAGED_IDENTITY, "azure-imds", Evidence::Tested)
    .with_quirks("every number is a string; absolute expiries are beside lifetimes; 404 and 410 mean retry")
    .detected_by(&["msi_res_id"])
    .errors(&METADATA_ERRORS);

/// `azure-imds-v2`: the metadata service's second version, for tokens bound to a TLS key.
///
/// `expires_in` is an epoch from the metadata service, and a lifetime from the regional one. `token_type` is
/// `mtls_pop`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":"1767311999","token_type":"mtls_pop",
///  "resource":"https://vault.azure.net/"}
/// ```
///
/// Source: AzureAD/microsoft-authentication-library-for-dotnet `MockHelpers.cs`, `DateTimeHelpers.cs`.
pub static IMDS_V2: Dialect = Dialect::like(&MANAGED_IDENTITY, "azure-imds-v2", Evidence::Tested)
    .with_quirks("expires_in is an epoch or a lifetime, by its size")
    .expires_at(&[
        TimeRule::epoch(paths!["expires_on"]).text().zone(UtcOffset::UTC),
        TimeRule::by_size(paths!["expires_in"]).text(),
    ])
    .errors(&METADATA_ERRORS);

/// `azure-arc`: servers connected through Azure Arc.
///
/// Numbers are strings or integers. The first response is a 401 that is part of the protocol: its `WWW-Authenticate`
/// names a file with the challenge.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":"86399","expires_on":"1767311999","ext_expires_in":86399,
///  "resource":"https://vault.azure.net/","token_type":"Bearer"}
/// ```
///
/// Source: Azure/azure-sdk-for-rust `managed_identity_credential.rs`.
pub static ARC: Dialect = Dialect::like(&MANAGED_IDENTITY, "azure-arc", Evidence::Documented)
    .with_quirks("numbers are strings or integers; 404 and 410 mean retry; the first 401 is a challenge")
    .errors(&METADATA_ERRORS);

/// `azure-cloud-shell`: the shell in the Azure portal.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":"0","expires_on":"1767311999","not_before":"1767225300",
///  "resource":"https://management.azure.com/","token_type":"Bearer"}
/// ```
///
/// Source: Microsoft Learn, "Acquire a token in Azure Cloud Shell".
pub static CLOUD_SHELL: Dialect = Dialect::like(&MANAGED_IDENTITY, "azure-cloud-shell", Evidence::Documented)
    .with_quirks("expires_in may be 0 beside a valid expires_on; error is an object");

/// `azure-ml`: compute of Azure Machine Learning.
///
/// `expires_on` is an epoch, although the API version is the one for which App Service sends a date.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","client_id":"11111111-2222-3333-4444-555555555555","expires_on":"1767311999",
///  "resource":"https://vault.azure.net/"}
/// ```
///
/// Source: AzureAD/microsoft-authentication-library-for-python `tests/test_mi.py`; MSAL.NET issue 5167.
pub static ML: Dialect = Dialect::like(&MANAGED_IDENTITY, "azure-ml", Evidence::Tested)
    .with_quirks("no token_type; expires_on is an epoch; the error text is in message")
    .errors(&ErrorShape::RFC6749.retry_statuses(&[500]));

/// The base of managed identity: numbers as strings, an absolute expiry beside the lifetime, and the identity's ids.
const MANAGED_IDENTITY: Dialect = Dialect::RFC6749
    .by("Microsoft")
    .resource(paths!["resource"])
    .client_id(paths!["client_id"])
    .subject(paths!["object_id"])
    .not_before(&[TimeRule::epoch(paths!["not_before"]).text().zone(UtcOffset::UTC)])
    .expires_at(&[
        TimeRule::epoch(paths!["expires_on"]).text().zone(UtcOffset::UTC),
        TimeRule::seconds(paths!["expires_in"]).text(),
    ])
    .extended_expires_at(&[TimeRule::seconds(paths!["ext_expires_in"]).text()]);

/// The error responses of the metadata service, which is not ready while it answers with 404 or 410, and asks to retry
/// after 500 whatever the code is.
const METADATA_ERRORS: ErrorShape = ErrorShape::RFC6749
    .remedies(&[("service_unavailable", Remedy::Retry), ("too_many_requests", Remedy::Retry)])
    .retry_statuses(&[404, 410, 500]);
