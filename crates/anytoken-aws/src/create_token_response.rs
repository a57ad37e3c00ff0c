//! AWS's own schema of a token.

use anytoken_core::SecretBuf;
use anytoken_wire::{SecondsNumber, Text, wire_struct};

use crate::sso::SSO_OIDC;

wire_struct! {
    /// `CreateTokenResponse` of IAM Identity Center's OIDC service: the schema behind [`SSO_OIDC`].
    ///
    /// `CreateTokenWithIAM` sends three members more: `scope`, `issuedTokenType` and `awsAdditionalDetails` are in
    /// `unknown`.
    ///
    /// ```
    /// use anytoken_aws::CreateTokenResponse;
    /// use time::UtcDateTime;
    ///
    /// let body = r#"{"accessToken":"EXAMPLE-ACCESS","expiresIn":28800,"idToken":null,"tokenType":"Bearer"}"#;
    /// let response: CreateTokenResponse = serde_json::from_str(body)?;
    /// assert_eq!(response.expires_in, Some(28_800));
    /// assert_eq!(
    ///     serde_json::to_string(&response)?,
    ///     r#"{"accessToken":"EXAMPLE-ACCESS","tokenType":"Bearer","expiresIn":28800,"idToken":null}"#
    /// );
    ///
    /// let token = response.into_token(UtcDateTime::from_unix_timestamp(1_767_225_600)?)?;
    /// assert_eq!(token.format().as_str(), "aws-sso-oidc");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Source: boto/botocore `botocore/data/sso-oidc/2019-06-10/service-2.json`.
    pub struct CreateTokenResponse read by SSO_OIDC {
        /// The access token.
        access_token = "accessToken": SecretBuf as Text,
        /// How it is used: `Bearer`.
        token_type = "tokenType": String as Text,
        /// Seconds that it lives.
        expires_in = "expiresIn": i64 as SecondsNumber,
        /// The refresh token.
        refresh_token = "refreshToken": SecretBuf as Text,
        /// The ID token, which `CreateToken` sends as null.
        id_token = "idToken": SecretBuf as Text,
    }
}
