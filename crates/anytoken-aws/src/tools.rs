//! The output of AWS's command line.

use anytoken_core::Adapter;
use anytoken_core::dialect::{Dialect, TimeRule, paths};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&EKS];

/// `aws-eks`: `aws eks get-token`.
///
/// An `ExecCredential` of Kubernetes.
///
/// ```json
/// {"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1beta1","spec":{},
///  "status":{"expirationTimestamp":"2026-01-01T00:14:00Z","token":"k8s-aws-v1.EXAMPLE"}}
/// ```
///
/// Source: aws/aws-cli `awscli/examples/eks/get-token.rst`.
pub static EKS: Dialect = Dialect {
    id: "aws-eks",
    vendor: "Amazon",
    quirks: "an ExecCredential of Kubernetes",
    at: "status",
    fixed: &[("kind", "\"ExecCredential\""), ("apiVersion", "\"client.authentication.k8s.io/v1beta1\"")],
    access_token: paths!["token"],
    expires: &[TimeRule::rfc3339(paths!["expirationTimestamp"])],
    ..Dialect::BARE
};
