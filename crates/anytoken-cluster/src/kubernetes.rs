//! Kubernetes.

use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&KUBERNETES_TOKEN_REQUEST, &KUBERNETES_EXEC_CREDENTIAL];

/// `kubernetes-token-request`: the token of a service account.
///
/// It comes with status 201. The request comes back in `spec`, and its `expirationSeconds` is the requested lifetime:
/// the expiry is in `status`. The first of the audiences is what the token is for. `status` is a word in an error
/// response.
///
/// ```json
/// {"kind":"TokenRequest","apiVersion":"authentication.k8s.io/v1","metadata":{"name":"default"},
///  "spec":{"audiences":["https://kubernetes.default.svc"],"expirationSeconds":3600},
///  "status":{"token":"EXAMPLE.EXAMPLE.EXAMPLE","expirationTimestamp":"2026-01-01T01:00:00Z"}}
/// ```
///
/// Source: kubernetes.io, API reference, "TokenRequest"; kubernetes/apimachinery `pkg/apis/meta/v1/types.go`.
pub static KUBERNETES_TOKEN_REQUEST: Dialect = Dialect {
    id: "kubernetes-token-request",
    vendor: "Kubernetes",
    quirks: "the token is in status, the request is in spec; the error code is in reason",
    fixed: &[("kind", "\"TokenRequest\""), ("apiVersion", "\"authentication.k8s.io/v1\"")],
    access_token: paths!["status/token"],
    resource: paths!["spec/audiences/0"],
    expires: &[TimeRule::rfc3339(paths!["status/expirationTimestamp"])],
    errors: ErrorShape {
        signs: paths!["reason", "message"],
        code: paths!["reason", "code"],
        description: paths!["message"],
        retry_after: paths!["details/retryAfterSeconds"],
        remedies: &[
            ("Unauthorized", Remedy::Reauthenticate),
            ("BadRequest", Remedy::FixRequest),
            ("Invalid", Remedy::FixRequest),
            ("InternalError", Remedy::Retry),
            ("ServerTimeout", Remedy::Retry),
            ("ServiceUnavailable", Remedy::Retry),
            ("Timeout", Remedy::Retry),
            ("TooManyRequests", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `kubernetes-exec-credential`: what a credential plugin of `kubectl` prints.
///
/// Without an expiry the token is used until the server rejects it.
///
/// ```json
/// {"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential",
///  "status":{"token":"EXAMPLE-ACCESS","expirationTimestamp":"2026-01-01T01:00:00Z"}}
/// ```
///
/// Source: kubernetes/website `content/en/docs/reference/access-authn-authz/authentication.md`.
pub static KUBERNETES_EXEC_CREDENTIAL: Dialect = Dialect {
    id: "kubernetes-exec-credential",
    vendor: "Kubernetes",
    quirks: "the token is in status",
    at: "status",
    fixed: &[("apiVersion", "\"client.authentication.k8s.io/v1\""), ("kind", "\"ExecCredential\"")],
    access_token: paths!["token"],
    expires: &[TimeRule::rfc3339(paths!["expirationTimestamp"])],
    ..Dialect::BARE
};
