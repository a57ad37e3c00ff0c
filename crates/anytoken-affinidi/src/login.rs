//! The tokens of Affinidi Login, Elements and Iota.

use anytoken_core::dialect::{Dialect, Evidence, Place, paths};

/// `affinidi-login`: `OAuth2Token`, the token endpoint of Affinidi Login.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3600,"scope":"openid","token_type":"bearer",
///  "authorization_details":[{"type":"openid_credential","credential_configuration_id":"example"}]}
/// ```
///
/// Source: affinidi/affinidi-tdk `clients/java/login.configuration.client/docs/OAuth2Token.md`.
pub static LOGIN: Dialect = Dialect::oauth2("affinidi-login", "Affinidi", Evidence::Documented)
    .with_quirks("authorization_details is beside the token");

/// `affinidi-elements-auth`: the first of two requests for a project scoped token.
///
/// The server is Ory Hydra.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3599,"scope":"openid","token_type":"bearer"}
/// ```
///
/// Source: affinidi/affinidi-tdk `packages/jsii/auth-provider/helpers/fetch-project-scoped-token.ts`.
pub static ELEMENTS_AUTH: Dialect =
    Dialect::oauth2("affinidi-elements-auth", "Affinidi", Evidence::Documented)
        .with_quirks("follows RFC 6749");

/// `affinidi-iota`: the credentials of an Iota session, or the token that the SDK makes for one.
///
/// `connectionClientId` names a connection and is not an OAuth client. The expiry is only in the JWT.
///
/// ```json
/// {"connectionClientId":"example","credentials":{"identityId":"ap-southeast-1:example","token":"EXAMPLE-ACCESS"}}
/// ```
///
/// Source: affinidi/affinidi-tdk `clients/python/iota_client/docs/AwsExchangeCredentialsOK.md`,
/// `packages/jsii/auth-provider/auth-provider.ts`.
pub static IOTA: Dialect = Dialect::bare("affinidi-iota", "Affinidi", Evidence::Documented)
    .with_quirks("the token is in credentials, or in iotaJwt")
    .detected_by(&["iotaJwt", "connectionClientId"])
    .envelope("credentials")
    .related(&[Place::BARE.access_token(paths!["iotaJwt"])])
    .access_token(paths!["token"])
    .subject(paths!["identityId"]);
