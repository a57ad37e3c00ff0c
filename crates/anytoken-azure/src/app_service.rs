//! Managed identity as App Service, Service Fabric and managed applications hand it out.

use anytoken_core::Adapter;
use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};
use time::UtcOffset;

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] =
    &[&APP_SERVICE, &APP_SERVICE_2017, &SERVICE_FABRIC, &MANAGED_APP_LIST_TOKENS];

/// `azure-app-service`: App Service and Functions, version 2019-08-01.
///
/// There is no `expires_in`. An error response repeats its status in `statusCode`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_on":"1767311999","resource":"https://vault.azure.net",
///  "token_type":"Bearer","client_id":"11111111-2222-3333-4444-555555555555"}
/// ```
///
/// Source: MicrosoftDocs/azure-docs `articles/app-service/overview-managed-identity.md`.
pub static APP_SERVICE: Dialect = Dialect {
    id: "azure-app-service",
    vendor: "Microsoft",
    quirks: "an absolute expiry only, as a string",
    resource: paths!["resource"],
    client_id: paths!["client_id"],
    expires: &[TimeRule::epoch(paths!["expires_on"]).text().zone(UtcOffset::UTC)],
    errors: ErrorShape {
        signs: paths!["error", "statusCode"],
        code: paths!["error", "error/code", "statusCode"],
        description: paths!["error_description", "error/message", "message"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `azure-app-service-2017`: the same, version 2017-09-01.
///
/// `expires_on` is a date with the month first, whose form depends on the host's operating system; Microsoft's own
/// documents print the hour `00` with `PM`, which is noon.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_on":"1/16/2026 5:24:12 AM +00:00","resource":"https://vault.azure.net",
///  "token_type":"Bearer"}
/// ```
///
/// Source: MicrosoftDocs/azure-docs issue 33604; Azure/azure-sdk-for-python pull request 9480; Azure/go-autorest
/// `adal/token.go`.
pub static APP_SERVICE_2017: Dialect = Dialect {
    id: "azure-app-service-2017",
    quirks: "expires_on is a date with the month first, with or without AM and PM",
    expires: &[TimeRule::month_first(paths!["expires_on"]).zone(UtcOffset::UTC)],
    ..APP_SERVICE
};

/// `azure-service-fabric`: applications of a Service Fabric cluster.
///
/// `expires_on` is an integer in the documents and a string in reality. The error is an object.
///
/// ```json
/// {"token_type":"Bearer","access_token":"EXAMPLE-ACCESS","expires_on":1767311999,"resource":"https://vault.azure.net/"}
/// ```
///
/// Source: MicrosoftDocs/azure-docs `how-to-managed-identity-service-fabric-app-code.md`; MSAL Python
/// `msal/managed_identity.py`.
pub static SERVICE_FABRIC: Dialect = Dialect {
    id: "azure-service-fabric",
    quirks: "an absolute expiry only; the error is an object",
    client_id: paths![],
    errors: ErrorShape::STANDARD,
    ..APP_SERVICE
};

/// `azure-managed-app-list-tokens`: the tokens of a managed application, one for each identity.
///
/// An array; snake_case and camelCase are mixed in one object, and the SDK's model is camelCase throughout.
///
/// ```json
/// {"value":[{"access_token":"EXAMPLE-ACCESS","expires_in":"28800","expires_on":"1767254400","not_before":"1767225300",
///  "authorizationAudience":"https://management.azure.com/","resourceId":"/subscriptions/…","token_type":"Bearer"}]}
/// ```
///
/// Source: MicrosoftDocs/azure-docs `publish-managed-identity.md`.
pub static MANAGED_APP_LIST_TOKENS: Dialect = Dialect {
    id: "azure-managed-app-list-tokens",
    vendor: "Microsoft",
    quirks: "an array of tokens; snake_case and camelCase mixed",
    at: "value/*",
    access_token: paths!["access_token", "accessToken"],
    token_type: paths!["token_type", "tokenType"],
    resource: paths!["authorizationAudience"],
    not_before: &[TimeRule::epoch(paths!["not_before", "notBefore"]).text()],
    expires: &[
        TimeRule::epoch(paths!["expires_on", "expiresOn"]).text(),
        TimeRule::seconds(paths!["expires_in", "expiresIn"]).text(),
    ],
    ..Dialect::BARE
};
