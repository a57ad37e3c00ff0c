//! Kubernetes' own schema of what a credential plugin prints.

use anytoken_core::SecretBuf;
use anytoken_wire::{Object, Rfc3339, Text, wire_struct};
use time::UtcDateTime;

use crate::kubernetes::KUBERNETES_EXEC_CREDENTIAL;

wire_struct! {
    /// `ExecCredential` of `client.authentication.k8s.io/v1`: the schema behind [`KUBERNETES_EXEC_CREDENTIAL`].
    ///
    /// The output of a plugin:
    ///
    /// ```
    /// use anytoken_cluster::{ExecCredential, ExecCredentialStatus};
    /// use time::UtcDateTime;
    ///
    /// let credential = ExecCredential {
    ///     kind: Some("ExecCredential".into()),
    ///     api_version: Some("client.authentication.k8s.io/v1".into()),
    ///     status: Some(ExecCredentialStatus {
    ///         expiration_timestamp: Some(UtcDateTime::from_unix_timestamp(1_767_229_200)?),
    ///         token: Some("EXAMPLE-ACCESS".into()),
    ///         ..ExecCredentialStatus::default()
    ///     }),
    ///     ..ExecCredential::default()
    /// };
    /// assert_eq!(
    ///     serde_json::to_string(&credential)?,
    ///     r#"{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","#.to_owned()
    ///         + r#""status":{"expirationTimestamp":"2026-01-01T01:00:00Z","token":"EXAMPLE-ACCESS"}}"#
    /// );
    ///
    /// let token = credential.into_token(UtcDateTime::from_unix_timestamp(1_767_225_600)?)?;
    /// assert_eq!(token.authorization()?.expose(), "Bearer EXAMPLE-ACCESS");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Source: kubernetes/client-go `pkg/apis/clientauthentication/v1/types.go`.
    pub struct ExecCredential read by KUBERNETES_EXEC_CREDENTIAL {
        /// `ExecCredential`. No field of a token holds it: it is not shown, as no extra is.
        kind: SecretBuf as Text,
        /// The version of the schema, not shown either.
        api_version = "apiVersion": SecretBuf as Text,
        /// The credentials of the plugin.
        status: ExecCredentialStatus as Object,
    }
}

wire_struct! {
    /// `ExecCredentialStatus`: a token, a key pair, or both.
    pub struct ExecCredentialStatus {
        /// The expiry of the credentials. If absent, they are used until the server rejects them.
        expiration_timestamp = "expirationTimestamp": UtcDateTime as Rfc3339,
        /// The bearer token.
        token: SecretBuf as Text,
        /// A client certificate, in PEM.
        client_certificate_data = "clientCertificateData": SecretBuf as Text,
        /// Its private key, in PEM.
        client_key_data = "clientKeyData": SecretBuf as Text,
    }
}
