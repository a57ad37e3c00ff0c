//! Yandex Cloud.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `yandex-cloud-iam`: `IamToken.Create` of Yandex Cloud.
///
/// No token type is sent.
///
/// ```json
/// {"iamToken":"EXAMPLE-ACCESS","expiresAt":"2026-01-01T12:00:00.033021Z"}
/// ```
///
/// Source: yandex.cloud, API reference, "IamToken.Create"; googleapis/googleapis `google/rpc/code.proto`.
pub static YANDEX_CLOUD_IAM: Dialect =
    Dialect::bare("yandex-cloud-iam", "Yandex Cloud", Evidence::Documented)
        .with_quirks("camelCase; the expiry is a date; the error code is a gRPC number")
        .detected_by(&["iamToken"])
        .access_token(paths!["iamToken"])
        .expires_at(&[TimeRule::rfc3339(paths!["expiresAt"])])
        .errors(&ErrorShape::RFC6749.error_when(paths!["code", "message"]).remedies(&[
            ("3", Remedy::FixRequest),
            ("8", Remedy::Retry),
            ("14", Remedy::Retry),
            ("16", Remedy::Reauthenticate),
        ]));
