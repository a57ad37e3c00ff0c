//! The output of Microsoft's command lines.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Special, TimeRule, paths};

/// `azure-cli`: `az account get-access-token`.
///
/// `expiresOn` is the local time of the machine. `expires_on` is there since version 2.54. Older versions print `N/A`
/// or null for a managed identity.
///
/// ```json
/// {"accessToken":"EXAMPLE-ACCESS","expiresOn":"2026-01-01 02:00:00.000000","expires_on":1767229200,
///  "subscription":"11111111-2222-3333-4444-555555555555","tenant":"66666666-7777-8888-9999-000000000000",
///  "tokenType":"Bearer"}
/// ```
///
/// Source: Azure/azure-cli pull request 27476, issue 19700.
pub static AZURE_CLI: Dialect = Dialect::bare("azure-cli", "Microsoft", Evidence::Recorded)
    .with_quirks("expiresOn is local time without a zone and is ignored; expires_on is an epoch")
    .detected_by(&["expiresOn+tenant"])
    .access_token(paths!["accessToken"])
    .token_type(paths!["tokenType"])
    .expires_at(&[
        TimeRule::epoch(paths!["expires_on"]),
        TimeRule::epoch(paths!["expiresOn"]).when(&[("N/A", Special::Unknown)]).read_only(),
    ]);

/// `azd`: `azd auth token`.
///
/// `expiresOn` is in UTC.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS","expiresOn":"2026-01-01T01:00:00Z"}
/// ```
///
/// Source: Azure/azure-sdk-for-rust `azure_developer_cli_credential.rs`.
pub static AZD: Dialect = Dialect::bare("azd", "Microsoft", Evidence::Documented)
    .with_quirks("the token is in token; error responses are a line of the log")
    .access_token(paths!["token"])
    .expires_at(&[TimeRule::rfc3339(paths!["expiresOn"])])
    .errors(&ErrorShape::RFC6749.error_when(paths!["data/message"]).description(paths!["data/message"]));

/// `azure-powershell`: `Get-AzAccessToken`, printed by `ConvertTo-Json`.
///
/// Azure's client libraries print `Token` and `ExpiresOn` only. PowerShell 5 prints the date as an object, and newer
/// modules keep the token as a secure string unless it is converted: neither is decoded.
///
/// ```json
/// {"Token":"EXAMPLE.EXAMPLE.EXAMPLE","ExpiresOn":"2026-01-01T01:00:00+00:00",
///  "TenantId":"11111111-2222-3333-4444-555555555555","UserId":"user@example.com","Type":"Bearer"}
/// ```
///
/// Source: Azure/azure-sdk-for-js `sdk/identity/identity/src/credentials/azurePowerShellCredential.ts`.
pub static AZURE_POWERSHELL: Dialect = Dialect::bare("azure-powershell", "Microsoft", Evidence::Documented)
    .with_quirks("PascalCase; the expiry is a date with an offset; the subject is UserId")
    .access_token(paths!["Token"])
    .token_type(paths!["Type"])
    .subject(paths!["UserId"])
    .expires_at(&[TimeRule::rfc3339(paths!["ExpiresOn"])]);
