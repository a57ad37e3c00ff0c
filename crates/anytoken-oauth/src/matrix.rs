//! Matrix.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Special, TimeRule, paths};

/// `matrix`: `/login` and `/refresh` of a Matrix homeserver.
///
/// No token type is sent.
///
/// ```json
/// {"user_id":"@example:example.org","access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH",
///  "expires_in_ms":300000,"home_server":"example.org","device_id":"EXAMPLE"}
/// ```
///
/// Source: matrix-org/matrix-spec `login.yaml`, `refresh.yaml`; recorded from matrix-synapse 1.163.2.
pub static MATRIX: Dialect = Dialect::bare("matrix", "Matrix", Evidence::Recorded)
    .with_quirks(
        "expires_in_ms in milliseconds, absent means never; no token_type; error is the text of errcode",
    )
    .detected_by(&["expires_in_ms", "home_server"])
    .access_token(paths!["access_token"])
    .refresh_token(paths!["refresh_token"])
    .subject(paths!["user_id"])
    .expires_at(&[TimeRule::milliseconds(paths!["expires_in_ms"]).when_absent(Special::Never)])
    .errors(&ErrorShape::RFC6749.error_when(paths!["errcode"]).description(paths!["error"]).remedies(&[
        ("M_FORBIDDEN", Remedy::Reauthenticate),
        ("M_UNKNOWN_TOKEN", Remedy::Reauthenticate),
        ("M_BAD_JSON", Remedy::FixRequest),
        ("M_INVALID_PARAM", Remedy::FixRequest),
        ("M_MISSING_PARAM", Remedy::FixRequest),
        ("M_NOT_JSON", Remedy::FixRequest),
        ("M_UNRECOGNIZED", Remedy::FixRequest),
        ("M_LIMIT_EXCEEDED", Remedy::Retry),
    ]));
