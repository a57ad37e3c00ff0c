//! Grafana Labs.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `grafana-service-account`: a token of a service account, from Grafana itself or from Amazon Managed Grafana.
///
/// The lifetime is in the request only.
///
/// ```json
/// {"id":7,"name":"example","key":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: grafana.com, "Service account HTTP API"; botocore 1.44.8, `CreateWorkspaceServiceAccountToken`.
pub static GRAFANA_SERVICE_ACCOUNT: Dialect =
    Dialect::bare("grafana-service-account", "Grafana Labs", Evidence::Documented)
        .with_quirks("the token is in key; no expiry; an envelope at Amazon")
        .detected_by(&["serviceAccountToken+workspaceId"])
        .access_token(paths!["key", "serviceAccountToken/key"]);
