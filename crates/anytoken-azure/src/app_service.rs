//! Managed identity as App Service, Service Fabric and managed applications hand it out.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};
use time::UtcOffset;

/// `azure-app-service`: App Service and Functions, version 2019-08-01.
///
/// There is no `expires_in`. An error response repeats its status in `statusCode`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_on":"1767311999","resource":"https://vault.azure.net",
///  "token_type":"Bearer","client_id":"11111111-2222-3333-4444-555555555555"}
/// ```
///
/// Source: MicrosoftDocs/azure-docs `articles/app-service/overview-managed-identity.md`;
/// AzureAD/microsoft-authentication-library-for-python `tests/test_mi.py`.
pub static APP_SERVICE: Dialect = Dialect::oauth2("azure-app-service", "Microsoft", Evidence::Tested)
    .with_quirks("an absolute expiry only, as a string; error responses have statusCode and message")
    .resource(paths!["resource"])
    .client_id(paths!["client_id"])
    .expires_at(&[TimeRule::epoch(paths!["expires_on"]).text().zone(UtcOffset::UTC)])
    .errors(&ErrorShape::RFC6749.error_when(paths!["statusCode"]));

/// `azure-app-service-2017`: App Service and Functions, version 2017-09-01.
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
pub static APP_SERVICE_2017: Dialect =
    Dialect::like(&APP_SERVICE, "azure-app-service-2017", Evidence::Documented)
        .with_quirks("expires_on is a date with the month first, with or without AM and PM")
        .expires_at(&[TimeRule::month_first(paths!["expires_on"]).zone(UtcOffset::UTC)]);

/// `azure-service-fabric`: applications of a Service Fabric cluster.
///
/// `expires_on` is an integer in the documents and a string in responses.
///
/// ```json
/// {"token_type":"Bearer","access_token":"EXAMPLE-ACCESS","expires_on":1767311999,
///  "resource":"https://vault.azure.net/"}
/// ```
///
/// Source: MicrosoftDocs/azure-docs `how-to-managed-identity-service-fabric-app-code.md`; MSAL Python
/// `msal/managed_identity.py`.
pub static SERVICE_FABRIC: Dialect =
    Dialect::oauth2("azure-service-fabric", "Microsoft", Evidence::Documented)
        .with_quirks("an absolute expiry only; error is an object")
        .resource(paths!["resource"])
        .expires_at(&[TimeRule::epoch(paths!["expires_on"]).text().zone(UtcOffset::UTC)]);

/// `azure-managed-app-list-tokens`: the tokens of a managed application, one for each identity.
///
/// One object mixes snake_case and camelCase; the SDK's model is camelCase throughout.
///
/// ```json
/// {"value":[{"access_token":"EXAMPLE-ACCESS","expires_in":"28800","expires_on":"1767254400","not_before":"1767225300",
///  "authorizationAudience":"https://management.azure.com/","resourceId":"/subscriptions/…","token_type":"Bearer"}]}
/// ```
///
/// Source: MicrosoftDocs/azure-docs `publish-managed-identity.md`.
pub static MANAGED_APP_LIST_TOKENS: Dialect =
    Dialect::bare("azure-managed-app-list-tokens", "Microsoft", Evidence::Documented)
        .with_quirks("an array of tokens; snake_case and camelCase are mixed; numbers are strings")
        .envelope("value/*")
        .access_token(paths!["access_token", "accessToken"])
        .token_type(paths!["token_type", "tokenType"])
        .resource(paths!["authorizationAudience"])
        .not_before(&[TimeRule::epoch(paths!["not_before", "notBefore"]).text()])
        .expires_at(&[
            TimeRule::epoch(paths!["expires_on", "expiresOn"]).text(),
            TimeRule::seconds(paths!["expires_in", "expiresIn"]).text(),
        ]);
