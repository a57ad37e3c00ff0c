//! The token endpoints of Microsoft's identity platforms.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};
use time::UtcOffset;

/// `entra-v1`: the first version of the Entra ID endpoint.
///
/// An integer `expires_in` is seen as well.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":"3599","expires_on":"1767229199",
///  "not_before":"1767225300","resource":"https://service.contoso.com/","refresh_token":"EXAMPLE-REFRESH",
///  "scope":"user_impersonation"}
/// ```
///
/// Source: MicrosoftDocs/azure-docs `azuread-dev/v1-*.md`.
pub static ENTRA_V1: Dialect = Dialect::oauth2("entra-v1", "Microsoft", Evidence::Documented)
    .with_quirks("every number is a string; absolute expiries are beside lifetimes")
    .resource(paths!["resource"])
    .not_before(&[TimeRule::epoch(paths!["not_before"]).text()])
    .expires_at(&[
        TimeRule::epoch(paths!["expires_on"]).text().zone(UtcOffset::UTC),
        TimeRule::seconds(paths!["expires_in"]).text(),
    ])
    .extended_expires_at(&[TimeRule::seconds(paths!["ext_expires_in"]).text()]);

/// `entra-v2`: the second version of the Entra ID endpoint.
///
/// An `ext_expires_in` of 0 means none. An `expires_on` is accepted in every form, as Microsoft's Go client does.
/// `claims` in an error response is a string that contains JSON.
///
/// ```json
/// {"token_type":"Bearer","scope":"https://graph.microsoft.com/Mail.Read","expires_in":3599,"ext_expires_in":3599,
///  "access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: MicrosoftDocs/azure-docs `develop/v2-*.md`; AzureAD/microsoft-authentication-library-for-java
/// `src/test/resources` (`token_response.json`).
pub static ENTRA_V2: Dialect = Dialect::like(&PLATFORM, "entra-v2", Evidence::Tested)
    .with_quirks("ext_expires_in and refresh_in are beside expires_in");

/// `aks-workload-identity`: workload identity of Azure Kubernetes Service.
///
/// The endpoint is that of Entra ID. The client authenticates by a federated assertion instead of a secret.
///
/// ```json
/// {"token_type":"Bearer","expires_in":86399,"ext_expires_in":86399,"access_token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: Azure/azure-sdk-for-rust `workload_identity_credential.rs`.
pub static AKS_WORKLOAD_IDENTITY: Dialect =
    Dialect::like(&ENTRA_V2, "aks-workload-identity", Evidence::Documented)
        .with_quirks("ext_expires_in is beside expires_in");

/// `azure-b2c`: Azure AD B2C.
///
/// Without an API scope there is no access token: the ID token is the credential, and `scope` is `""`.
///
/// ```json
/// {"id_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"Bearer","not_before":1767225600,"scope":"",
///  "refresh_token":"EXAMPLE-REFRESH","refresh_token_expires_in":1209600}
/// ```
///
/// Source: MicrosoftDocs/azure-docs `active-directory-b2c/authorization-code-flow.md`; MSAL.NET `TestConstants.cs`.
pub static B2C: Dialect = Dialect::like(&PLATFORM, "azure-b2c", Evidence::Tested)
    .with_quirks("an ID token alone if no API scope was requested")
    .detected_by(&["profile_info"])
    .resource(paths!["resource"])
    .not_before(&[TimeRule::epoch(paths!["not_before"])])
    .expires_at(&[
        TimeRule::epoch(paths!["expires_on"]).zone(UtcOffset::UTC),
        TimeRule::seconds(paths!["expires_in"]),
    ])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"])]);

/// `microsoft-account`: personal accounts.
///
/// The older endpoint, `oauth20_token.srf`, sends `user_id`.
///
/// ```json
/// {"token_type":"bearer","scope":"openid User.Read","expires_in":3600,"ext_expires_in":0,
///  "access_token":"EXAMPLE-ACCESS","user_id":"0123456789abcdef"}
/// ```
///
/// Source: AzureAD/microsoft-authentication-library-for-java `src/test/resources/MSA_cache_data`; Live Connect,
/// `oauth20_token.srf`.
pub static MICROSOFT_ACCOUNT: Dialect = Dialect::like(&PLATFORM, "microsoft-account", Evidence::Tested)
    .with_quirks("the subject is user_id; an ext_expires_in of 0 means none")
    .subject(paths!["user_id"]);

/// `adfs`: Active Directory Federation Services.
///
/// `id_token_expires_in` is the lifetime of the ID token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":3600,"refresh_token":"EXAMPLE-REFRESH",
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE","id_token_expires_in":3600}
/// ```
///
/// Source: Azure/go-autorest `adal/token.go`; MSAL.NET `MockHelpers.cs`.
pub static ADFS: Dialect =
    Dialect::like(&PLATFORM, "adfs", Evidence::Tested).with_quirks("expires_in is an integer or a string");

/// `entra-native-auth`: native authentication of Entra External ID.
///
/// Every step before the tokens returns a `continuation_token`, which is a secret and no token. With `challenge_type`
/// it asks for a further step of the user, with status 200; `redirect` means that only a browser can do it.
///
/// ```json
/// {"token_type":"Bearer","scope":"openid offline_access","expires_in":3599,"access_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "refresh_token":"EXAMPLE-REFRESH","id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: Microsoft Learn, Entra External ID, "Native authentication API reference".
pub static ENTRA_NATIVE_AUTH: Dialect = Dialect::like(&PLATFORM, "entra-native-auth", Evidence::Documented)
    .with_quirks("a further step is an error with status 200; continuation_token is no token")
    .detected_by(&["challenge_type"])
    .errors(
        &ErrorShape::RFC6749
            .challenge_when(paths!["challenge_type"])
            .remedies(&[("InsufficientAuthorization", Remedy::Interact)]),
    );

/// The base of the newer endpoints: an extended expiry, and the advice to refresh.
const PLATFORM: Dialect = Dialect::RFC6749
    .by("Microsoft")
    .refresh_at(&[TimeRule::seconds(paths!["refresh_in"])])
    .expires_at(&[
        TimeRule::seconds(paths!["expires_in"]),
        TimeRule::epoch(paths!["expires_on"]).zone(UtcOffset::UTC).read_only(),
    ])
    .extended_expires_at(&[TimeRule::seconds(paths!["ext_expires_in"])]);
