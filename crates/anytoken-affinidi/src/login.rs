//! The tokens of Affinidi Login, Elements and Iota.

use anytoken_core::Adapter;
use anytoken_core::dialect::{Dialect, paths};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&LOGIN, &ELEMENTS_AUTH, &IOTA];

/// `affinidi-login`: `OAuth2Token`, the token endpoint of Affinidi Login.
///
/// Hydra's six members and `authorization_details`; error responses are those of RFC 6749.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3600,"scope":"openid","token_type":"bearer",
///  "authorization_details":[{"type":"openid_credential","credential_configuration_id":"example"}]}
/// ```
///
/// Source: affinidi/affinidi-tdk `clients/java/login.configuration.client/docs/OAuth2Token.md`.
pub static LOGIN: Dialect = Dialect {
    id: "affinidi-login",
    vendor: "Affinidi",
    quirks: "authorization_details beside the token",
    ..Dialect::STANDARD
};

/// `affinidi-elements-auth`: the first hop to a project scoped token.
///
/// Like `ory-hydra`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3599,"scope":"openid","token_type":"bearer"}
/// ```
///
/// Source: affinidi/affinidi-tdk `packages/jsii/auth-provider/helpers/fetch-project-scoped-token.ts`.
pub static ELEMENTS_AUTH: Dialect = Dialect {
    id: "affinidi-elements-auth",
    vendor: "Affinidi",
    quirks: "like ory-hydra",
    ..Dialect::STANDARD
};

/// `affinidi-iota`: the credentials of an Iota session, or the token that the SDK makes for one.
///
/// `connectionClientId` names a connection and is no OAuth client. The expiry is in the JWT only.
///
/// ```json
/// {"connectionClientId":"example","credentials":{"identityId":"ap-southeast-1:example","token":"EXAMPLE-ACCESS"}}
/// ```
///
/// Source: affinidi/affinidi-tdk `clients/python/iota_client/docs/AwsExchangeCredentialsOK.md`,
/// `packages/jsii/auth-provider/auth-provider.ts`.
pub static IOTA: Dialect = Dialect {
    id: "affinidi-iota",
    vendor: "Affinidi",
    quirks: "the token is in credentials, or in iotaJwt",
    signature: &["iotaJwt", "connectionClientId"],
    at: "credentials",
    access_token: paths!["token"],
    subject: paths!["identityId"],
    also: &[Dialect { access_token: paths!["iotaJwt"], ..Dialect::BARE }],
    ..Dialect::BARE
};
