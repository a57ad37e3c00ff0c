//! Kubernetes.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `kubernetes-token-request`: the token of a service account.
///
/// The response has status 201 and repeats the request in `spec`, whose `expirationSeconds` is the requested lifetime.
/// The resource is the first of the audiences. `status` is a word in an error response.
///
/// ```json
/// {"kind":"TokenRequest","apiVersion":"authentication.k8s.io/v1","metadata":{"name":"default"},
///  "spec":{"audiences":["https://kubernetes.default.svc"],"expirationSeconds":3600},
///  "status":{"token":"EXAMPLE.EXAMPLE.EXAMPLE","expirationTimestamp":"2026-01-01T01:00:00Z"}}
/// ```
///
/// Source: kubernetes.io, API reference, "TokenRequest"; kubernetes/apimachinery `pkg/apis/meta/v1/types.go`.
pub static KUBERNETES_TOKEN_REQUEST: Dialect =
    Dialect::bare("kubernetes-token-request", "Kubernetes", Evidence::Documented)
        .with_quirks("the token is in status, the request is in spec; the error code is in reason")
        .constant_members(&[("kind", "\"TokenRequest\""), ("apiVersion", "\"authentication.k8s.io/v1\"")])
        .access_token(paths!["status/token"])
        .resource(paths!["spec/audiences/0"])
        .expires_at(&[TimeRule::rfc3339(paths!["status/expirationTimestamp"])])
        .errors(
            &ErrorShape::RFC6749
                .error_when(paths!["reason", "message"])
                .code(paths!["reason"])
                .retry_after(paths!["details/retryAfterSeconds"])
                .remedies(&[
                    ("Unauthorized", Remedy::Reauthenticate),
                    ("BadRequest", Remedy::FixRequest),
                    ("Invalid", Remedy::FixRequest),
                    ("InternalError", Remedy::Retry),
                    ("ServerTimeout", Remedy::Retry),
                    ("ServiceUnavailable", Remedy::Retry),
                    ("Timeout", Remedy::Retry),
                    ("TooManyRequests", Remedy::Retry),
                ]),
        );

/// `kubernetes-exec-credential`: what a credential plugin of `kubectl` prints.
///
/// Without an expiry the token is used until the server rejects it. It is not detected, as a TokenRequest has the same
/// names in `status`; without a format both are decoded by these names.
///
/// ```json
/// {"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential",
///  "status":{"token":"EXAMPLE-ACCESS","expirationTimestamp":"2026-01-01T01:00:00Z"}}
/// ```
///
/// Source: kubernetes/website `content/en/docs/reference/access-authn-authz/authentication.md`.
pub static KUBERNETES_EXEC_CREDENTIAL: Dialect =
    Dialect::bare("kubernetes-exec-credential", "Kubernetes", Evidence::Recorded)
        .with_quirks("the token is in status")
        .envelope("status")
        .constant_members(&[
            ("apiVersion", "\"client.authentication.k8s.io/v1\""),
            ("kind", "\"ExecCredential\""),
        ])
        .access_token(paths!["token"])
        .expires_at(&[TimeRule::rfc3339(paths!["expirationTimestamp"])]);
