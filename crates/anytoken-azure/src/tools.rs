//! The output of Microsoft's command lines.

use anytoken_core::Adapter;
use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&AZURE_CLI, &AZD];

/// `azure-cli`: `az account get-access-token`.
///
/// `expiresOn` is the local time of the machine, without a zone, so it is ignored; `expires_on` is an epoch, since
/// version 2.54. Old versions print `N/A` or null for managed identity: not stated.
///
/// ```json
/// {"accessToken":"EXAMPLE-ACCESS","expiresOn":"2026-01-01 02:00:00.000000","expires_on":1767229200,
///  "subscription":"11111111-2222-3333-4444-555555555555","tenant":"66666666-7777-8888-9999-000000000000",
///  "tokenType":"Bearer"}
/// ```
///
/// Source: Azure/azure-cli pull request 27476, issue 19700.
pub static AZURE_CLI: Dialect = Dialect {
    id: "azure-cli",
    vendor: "Microsoft",
    quirks: "expiresOn is local time without a zone and is ignored; expires_on is an epoch",
    access_token: paths!["accessToken"],
    token_type: paths!["tokenType"],
    expires: &[
        TimeRule::epoch(paths!["expires_on"]),
        TimeRule::epoch(paths!["expiresOn"]).silent(&["N/A"]).read_only(),
    ],
    ..Dialect::BARE
};

/// `azd`: `azd auth token`.
///
/// `expiresOn` is in UTC, other than that of `az`. An error response is a line of the log.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS","expiresOn":"2026-01-01T01:00:00Z"}
/// ```
///
/// Source: Azure/azure-sdk-for-rust `azure_developer_cli_credential.rs`.
pub static AZD: Dialect = Dialect {
    id: "azd",
    vendor: "Microsoft",
    quirks: "the token is in token; errors are a line of the log",
    access_token: paths!["token"],
    expires: &[TimeRule::rfc3339(paths!["expiresOn"])],
    errors: ErrorShape {
        signs: paths!["error", "data/message"],
        description: paths!["data/message", "error_description", "error/message"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};
