//! Kubernetes' own schema of a service account's token.

use anytoken_core::SecretBuf;
use anytoken_wire::{Object, Rfc3339, Text, wire_struct};
use time::UtcDateTime;

use crate::kubernetes::KUBERNETES_TOKEN_REQUEST;

wire_struct! {
    /// `TokenRequest` of `authentication.k8s.io/v1`: the schema behind [`KUBERNETES_TOKEN_REQUEST`].
    ///
    /// The request comes back in `metadata` and `spec`, which are in `unknown`, as are the members of an error
    /// response, whose `status` is a word.
    ///
    /// ```
    /// use anytoken_cluster::TokenRequest;
    /// use time::UtcDateTime;
    ///
    /// let body = r#"{"kind":"TokenRequest","apiVersion":"authentication.k8s.io/v1","spec":{"audiences":["vault"]},
    ///     "status":{"token":"EXAMPLE.EXAMPLE.EXAMPLE","expirationTimestamp":"2026-01-01T01:00:00Z"}}"#;
    /// let request: TokenRequest = serde_json::from_str(body)?;
    /// let at = UtcDateTime::from_unix_timestamp(1_767_229_200)?;
    /// assert_eq!(request.status.as_ref().and_then(|status| status.expiration_timestamp), Some(at));
    ///
    /// let token = request.into_token(UtcDateTime::from_unix_timestamp(1_767_225_600)?)?;
    /// assert_eq!(token.format().as_str(), "kubernetes-token-request");
    /// assert_eq!(token.resource(), Some("vault"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Source: kubernetes/api `authentication/v1/types.go`.
    pub struct TokenRequest read by KUBERNETES_TOKEN_REQUEST {
        /// `TokenRequest`. No field of a token holds it: it is not shown, as no extra is.
        kind: SecretBuf as Text,
        /// `authentication.k8s.io/v1`, not shown either.
        api_version = "apiVersion": SecretBuf as Text,
        /// The token.
        status: TokenRequestStatus as Object,
    }
}

wire_struct! {
    /// `TokenRequestStatus`: what a [`TokenRequest`] was granted.
    pub struct TokenRequestStatus {
        /// The token, a JWT.
        token: SecretBuf as Text,
        /// The expiry.
        expiration_timestamp = "expirationTimestamp": UtcDateTime as Rfc3339,
    }
}
