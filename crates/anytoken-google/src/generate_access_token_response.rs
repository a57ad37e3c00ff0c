//! Google's own schema of a service account's token.

use anytoken_core::SecretBuf;
use anytoken_wire::{Rfc3339, Text, wire_struct};
use time::UtcDateTime;

use crate::services::IAM_CREDENTIALS;

wire_struct! {
    /// `GenerateAccessTokenResponse` of the service account credentials API: the schema behind [`IAM_CREDENTIALS`].
    ///
    /// An expiry with a fraction is encoded with it.
    ///
    /// ```
    /// use anytoken_google::GenerateAccessTokenResponse;
    /// use time::UtcDateTime;
    ///
    /// let body = r#"{"accessToken":"EXAMPLE-ACCESS","expireTime":"2026-01-01T01:00:00.123456789Z"}"#;
    /// let response: GenerateAccessTokenResponse = serde_json::from_str(body)?;
    /// assert_eq!(response.expire_time, Some(UtcDateTime::from_unix_timestamp(1_767_229_200)?));
    /// assert_eq!(serde_json::to_string(&response)?, body);
    ///
    /// let token = response.into_token(UtcDateTime::from_unix_timestamp(1_767_225_600)?)?;
    /// assert_eq!(token.format().as_str(), "google-iam-credentials");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Source: googleapis/googleapis `google/iam/credentials/v1/common.proto`.
    pub struct GenerateAccessTokenResponse read by IAM_CREDENTIALS {
        /// The access token.
        access_token = "accessToken": SecretBuf as Text,
        /// The expiry; the schema promises that it is always present.
        expire_time = "expireTime": UtcDateTime as Rfc3339,
    }
}
