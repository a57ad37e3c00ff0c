//! The metadata service's own schema of a token.

use anytoken_core::SecretBuf;
use anytoken_wire::{EpochText, Id, SecondsText, Text, wire_struct};
use time::UtcDateTime;

use crate::imds::IMDS;

wire_struct! {
    /// `IdentityTokenResponse` of the instance metadata service (`Identity_GetToken`): the schema behind [`IMDS`].
    ///
    /// No member is required, and every one is a string. Numbers are read as well, and `expires_on` and `not_before`
    /// in every form that Microsoft's clients accept; written is what the schema says. Members that it does not have
    /// (`refresh_token`, which is always `""`), and those of an error response, are in `unknown`.
    ///
    /// ```
    /// use anytoken_azure::IdentityTokenResponse;
    /// use time::UtcDateTime;
    ///
    /// let body = r#"{"access_token":"EXAMPLE-ACCESS","refresh_token":"","expires_in":86399,
    ///     "expires_on":"2026-01-01T23:59:59.0000000Z","resource":"https://vault.azure.net/","token_type":"Bearer"}"#;
    /// let response: IdentityTokenResponse = serde_json::from_str(body)?;
    /// assert_eq!(response.expires_in, Some(86_399));
    /// assert_eq!(response.expires_on, Some(UtcDateTime::from_unix_timestamp(1_767_311_999)?));
    /// assert_eq!(
    ///     serde_json::to_string(&response)?,
    ///     r#"{"access_token":"EXAMPLE-ACCESS","expires_in":"86399","expires_on":"1767311999","#.to_owned()
    ///         + r#""resource":"https://vault.azure.net/","token_type":"Bearer","refresh_token":""}"#
    /// );
    ///
    /// let token = response.into_token(UtcDateTime::from_unix_timestamp(1_767_225_600)?)?;
    /// assert_eq!(token.format().as_str(), "azure-imds");
    /// assert_eq!(token.authorization()?.expose(), "Bearer EXAMPLE-ACCESS");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Source: Azure/azure-rest-api-specs `imds/data-plane/InstanceMetadataService/stable/2023-07-01/imds.json`.
    pub struct IdentityTokenResponse read by IMDS {
        /// The access token.
        access_token: SecretBuf as Text,
        /// The client id of the identity that the token was issued to.
        client_id: String as Id,
        /// Seconds that the token lives; they may be those that are left, or the whole life from its issue.
        expires_in: i64 as SecondsText,
        /// The expiry of the token.
        expires_on: UtcDateTime as EpochText,
        /// Seconds that the token lives while the issuer is down.
        ext_expires_in: i64 as SecondsText,
        /// The ARM resource id of the identity, which no field of a token holds: it is not shown, as no extra is.
        msi_res_id: SecretBuf as Text,
        /// When the token begins.
        not_before: UtcDateTime as EpochText,
        /// The object id of the identity: the token's subject.
        object_id: String as Id,
        /// The resource that the token is for.
        resource: String as Id,
        /// How the token is used: `Bearer`.
        token_type: String as Text,
    }
}
