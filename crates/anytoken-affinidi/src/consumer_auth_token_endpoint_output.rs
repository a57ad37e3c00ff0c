//! Affinidi's own schema of a token.

use anytoken_core::SecretBuf;
use anytoken_wire::{SecondsNumber, Text, wire_struct};

use crate::consumer_auth::CONSUMER_AUTH;

wire_struct! {
    /// `ConsumerAuthTokenEndpointOutput` of Affinidi's identity and access management: the schema behind
    /// [`CONSUMER_AUTH`].
    ///
    /// All six members are optional. The schema has `id_token` as an integer, copied from a mistake of Ory Hydra's;
    /// what is sent is a JWT. The field is the JWT, and anything else stays in `unknown` under that name.
    ///
    /// ```
    /// use anytoken_affinidi::ConsumerAuthTokenEndpointOutput;
    /// use time::UtcDateTime;
    ///
    /// let body = r#"{"access_token":"EXAMPLE-ACCESS","expires_in":"3600","id_token":0,"scope":"openid offline"}"#;
    /// let output: ConsumerAuthTokenEndpointOutput = serde_json::from_str(body)?;
    /// assert_eq!(output.id_token, None);
    /// assert_eq!(output.unknown.get("id_token").unwrap().expose(), "0");
    /// assert_eq!(
    ///     serde_json::to_string(&output)?,
    ///     r#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600,"scope":"openid offline","id_token":0}"#
    /// );
    ///
    /// let token = output.into_token(UtcDateTime::from_unix_timestamp(1_767_225_600)?)?;
    /// assert_eq!(token.format().as_str(), "affinidi-consumer-auth");
    /// assert_eq!(token.access_token().unwrap().expose(), "EXAMPLE-ACCESS");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Source: affinidi/affinidi-tdk `clients/python/iam_client/docs/ConsumerAuthTokenEndpointOutput.md`.
    pub struct ConsumerAuthTokenEndpointOutput read by CONSUMER_AUTH {
        /// The access token.
        access_token: SecretBuf as Text,
        /// Seconds that the access token lives.
        expires_in: i64 as SecondsNumber,
        /// The ID token, a JWT.
        id_token: SecretBuf as Text,
        /// The refresh token.
        refresh_token: SecretBuf as Text,
        /// The granted scopes, separated by spaces; empty if none was granted.
        scope: String as Text,
        /// How the access token is used: `bearer`.
        token_type: String as Text,
    }
}
