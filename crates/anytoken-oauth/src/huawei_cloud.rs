//! Huawei Cloud.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `huawei-cloud-iam`: tokens of Huawei Cloud.
///
/// The status is 201, and the body is that of OpenStack's Keystone. An error response is Keystone's, or has a code of
/// Huawei's own.
///
/// ```json
/// {"token":{"expires_at":"2026-01-02T00:00:00.701000Z","issued_at":"2026-01-01T00:00:00.701000Z",
///  "methods":["password"],"user":{"id":"EXAMPLE-USER","name":"example","password_expires_at":""}}}
/// ```
///
/// Source: support.huaweicloud.com, "Obtaining a User Token Through Password Authentication", "Returned Values".
pub static HUAWEI_CLOUD_IAM: Dialect =
    Dialect::bare("huawei-cloud-iam", "Huawei Cloud", Evidence::Documented)
        .with_quirks("the token is in a header; the error code is the HTTP status, or in error_code")
        .envelope("token")
        .headers(&["X-Subject-Token"])
        .constant_members(&[("token/methods", "[]")])
        .access_token(paths!["/X-Subject-Token"])
        .subject(paths!["user/id"])
        .issued_at(&[TimeRule::rfc3339(paths!["issued_at"])])
        .expires_at(&[TimeRule::rfc3339(paths!["expires_at"])])
        .errors(&ErrorShape::RFC6749.error_when(paths!["error_code"]));
