//! The token endpoints of Microsoft's identity platforms.

use anytoken_core::Adapter;
use anytoken_core::dialect::{Dialect, TimeRule, paths};
use time::UtcOffset;

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] =
    &[&ENTRA_V1, &ENTRA_V2, &AKS_WORKLOAD_IDENTITY, &B2C, &MICROSOFT_ACCOUNT, &ADFS];

/// `entra-v1`: the first version of the Entra ID endpoint.
///
/// All numbers are strings (an integer `expires_in` is seen as well).
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":"3599","expires_on":"1767229199",
///  "not_before":"1767225300","resource":"https://service.contoso.com/","refresh_token":"EXAMPLE-REFRESH",
///  "scope":"user_impersonation"}
/// ```
///
/// Source: MicrosoftDocs/azure-docs `azuread-dev/v1-*.md`.
pub static ENTRA_V1: Dialect = Dialect {
    id: "entra-v1",
    vendor: "Microsoft",
    quirks: "every number a string, absolute expiries beside lifetimes",
    resource: paths!["resource"],
    not_before: &[TimeRule::epoch(paths!["not_before"]).text()],
    expires: &[
        TimeRule::epoch(paths!["expires_on"]).text().zone(UtcOffset::UTC),
        TimeRule::seconds(paths!["expires_in"]).text(),
    ],
    extended_expires: &[TimeRule::seconds(paths!["ext_expires_in"]).text()],
    ..Dialect::STANDARD
};

/// `entra-v2`: the second version.
///
/// `ext_expires_in` is the life during an outage (0: none), `refresh_in` the advice to refresh. An `expires_on` in
/// any form is read, as Microsoft's Go client does. `claims` in an error response is JSON in a string, kept as sent.
///
/// ```json
/// {"token_type":"Bearer","scope":"https://graph.microsoft.com/Mail.Read","expires_in":3599,"ext_expires_in":3599,
///  "access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: MicrosoftDocs/azure-docs `develop/v2-*.md`; MSAL Java `token_response.json`.
pub static ENTRA_V2: Dialect = Dialect {
    id: "entra-v2",
    vendor: "Microsoft",
    quirks: "ext_expires_in and refresh_in beside expires_in",
    ..PLATFORM
};

/// `aks-workload-identity`: workload identity of Azure Kubernetes Service.
///
/// The second version's endpoint, asked with a federated assertion instead of a secret.
///
/// ```json
/// {"token_type":"Bearer","expires_in":86399,"ext_expires_in":86399,"access_token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: Azure/azure-sdk-for-rust `workload_identity_credential.rs`.
pub static AKS_WORKLOAD_IDENTITY: Dialect =
    Dialect { id: "aks-workload-identity", quirks: "like entra-v2", ..ENTRA_V2 };

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
pub static B2C: Dialect = Dialect {
    id: "azure-b2c",
    vendor: "Microsoft",
    quirks: "an ID token alone where no API scope was asked for",
    signature: &["profile_info"],
    resource: paths!["resource"],
    not_before: &[TimeRule::epoch(paths!["not_before"])],
    expires: &[
        TimeRule::epoch(paths!["expires_on"]).zone(UtcOffset::UTC),
        TimeRule::seconds(paths!["expires_in"]),
    ],
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"])],
    ..PLATFORM
};

/// `microsoft-account`: personal accounts.
///
/// Like `entra-v2`; `ext_expires_in` 0 means none. The older endpoint names the user in `user_id`.
///
/// ```json
/// {"token_type":"bearer","scope":"openid User.Read","expires_in":3600,"ext_expires_in":0,
///  "access_token":"EXAMPLE-ACCESS","user_id":"0123456789abcdef"}
/// ```
///
/// Source: MSAL Java `MSA_cache_data`; Live Connect, `oauth20_token.srf`.
pub static MICROSOFT_ACCOUNT: Dialect = Dialect {
    id: "microsoft-account",
    vendor: "Microsoft",
    quirks: "user_id is the subject; ext_expires_in 0 is none",
    subject: paths!["user_id"],
    ..PLATFORM
};

/// `adfs`: Active Directory Federation Services.
///
/// Like `entra-v2`, with `expires_in` an integer or a string; `id_token_expires_in` is kept.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":3600,"refresh_token":"EXAMPLE-REFRESH",
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE","id_token_expires_in":3600}
/// ```
///
/// Source: Azure/go-autorest `adal/token.go`; MSAL.NET `MockHelpers.cs`.
pub static ADFS: Dialect =
    Dialect { id: "adfs", vendor: "Microsoft", quirks: "expires_in is an integer or a string", ..PLATFORM };

/// The base of the second version and its relatives.
const PLATFORM: Dialect = Dialect {
    refresh: &[TimeRule::seconds(paths!["refresh_in"])],
    expires: &[
        TimeRule::seconds(paths!["expires_in"]),
        TimeRule::epoch(paths!["expires_on"]).zone(UtcOffset::UTC).read_only(),
    ],
    extended_expires: &[TimeRule::seconds(paths!["ext_expires_in"])],
    ..Dialect::STANDARD
};
