//! etcd.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, paths};

/// `etcd`: `POST /v3/auth/authenticate` of etcd.
///
/// Numbers of 64 bits are strings. `message` repeats `error`.
///
/// ```json
/// {"header":{"cluster_id":"12345678901234567890","member_id":"9876543210987654321","revision":"1","raft_term":"2"},
///  "token":"EXAMPLE.7"}
/// ```
///
/// Source: recorded from etcd 3.4.23.
pub static ETCD: Dialect = Dialect::bare("etcd", "etcd", Evidence::Recorded)
    .with_quirks("no scheme in the Authorization header; the error code is that of gRPC")
    .detected_by(&["header/raft_term+header/cluster_id"])
    .access_token(paths!["token"])
    .authorization(Authorization::Bare)
    .errors(&ErrorShape::RFC6749.description(paths!["error"]).remedies(&[
        ("3", Remedy::FixRequest),
        ("4", Remedy::Retry),
        ("8", Remedy::Retry),
        ("14", Remedy::Retry),
        ("16", Remedy::Reauthenticate),
    ]));
