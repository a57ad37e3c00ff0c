//! The output of AWS's command line.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `aws-eks`: `aws eks get-token`.
///
/// ```json
/// {"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1beta1","spec":{},
///  "status":{"expirationTimestamp":"2026-01-01T00:14:00Z","token":"k8s-aws-v1.EXAMPLE"}}
/// ```
///
/// Source: aws/aws-cli `awscli/examples/eks/get-token.rst`.
pub static EKS: Dialect = Dialect::bare("aws-eks", "Amazon", Evidence::Recorded)
    .with_quirks("an ExecCredential of Kubernetes: the token is in status")
    .envelope("status")
    .constant_members(&[
        ("kind", "\"ExecCredential\""),
        ("apiVersion", "\"client.authentication.k8s.io/v1beta1\""),
    ])
    .access_token(paths!["token"])
    .expires_at(&[TimeRule::rfc3339(paths!["expirationTimestamp"])]);
