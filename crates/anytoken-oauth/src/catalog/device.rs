//! Devices, and servers that issue their own tokens.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, Never, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&CISCO_FTD, &ETCD, &JAMF_BASIC, &MATRIX, &NODE_RED];

/// `cisco-ftd`: Cisco Firepower Threat Defense.
///
/// An error response is in the same union as the token: a `status_code` other than 200, and `message`, without an
/// `error`.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","expires_in":1800,"refresh_expires_in":2400,
///  "refresh_token":"EXAMPLE.EXAMPLE.REFRESH","token_type":"Bearer"}
/// ```
///
/// Source: developer.cisco.com, FTD API, "TokenResponseUnion".
pub static CISCO_FTD: Dialect = Dialect {
    id: "cisco-ftd",
    vendor: "Cisco",
    quirks: "refresh_expires_in; errors are status_code and message",
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_expires_in"])],
    success: Some((FieldPath::new("status_code"), &["200"])),
    errors: ErrorShape {
        code: paths!["status_code", "error", "error/code"],
        description: paths!["message", "error_description", "error/message"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `etcd`: `POST /v3/auth/authenticate` of etcd.
///
/// The token goes into the `Authorization` header without a scheme. Numbers of 64 bits are strings. The code is the
/// status of gRPC, and `message` repeats `error`.
///
/// ```json
/// {"header":{"cluster_id":"12345678901234567890","member_id":"9876543210987654321","revision":"1","raft_term":"2"},
///  "token":"EXAMPLE.7"}
/// ```
///
/// Source: etcd 3.4.23.
pub static ETCD: Dialect = Dialect {
    id: "etcd",
    vendor: "etcd",
    quirks: "no scheme before the token; the code is that of gRPC",
    access_token: paths!["token"],
    scheme: Some(" "),
    errors: ErrorShape {
        code: paths!["code"],
        description: paths!["error", "message"],
        remedies: &[
            ("3", Remedy::FixRequest),
            ("4", Remedy::Retry),
            ("8", Remedy::Retry),
            ("14", Remedy::Retry),
            ("16", Remedy::Reauthenticate),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `jamf-basic`: `POST /v1/auth/token` of Jamf Pro, asked with a name and a password.
///
/// An error response is a list, which may be empty; then its code is the status.
///
/// ```json
/// {"token":"EXAMPLE.EXAMPLE.EXAMPLE","expires":"2026-01-01T00:30:00.000Z"}
/// ```
///
/// Source: developer.jamf.com, "Jamf Pro API Overview"; NangoHQ/nango issue 3988.
pub static JAMF_BASIC: Dialect = Dialect {
    id: "jamf-basic",
    vendor: "Jamf",
    quirks: "token and expires alone; errors are a list",
    access_token: paths!["token"],
    expires: &[TimeRule::rfc3339(paths!["expires"])],
    errors: ErrorShape {
        signs: paths!["errors", "httpStatus", "error"],
        code: paths!["errors/0/code", "httpStatus"],
        description: paths!["errors/0/description"],
        remedies: &[("INVALID_TOKEN", Remedy::Reauthenticate)],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `matrix`: `/login` and `/refresh` of a Matrix homeserver.
///
/// The lifetime is in milliseconds; without it the token does not expire. There is no type. `errcode` is the code,
/// `error` its text.
///
/// ```json
/// {"user_id":"@example:example.org","access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH",
///  "expires_in_ms":300000,"home_server":"example.org","device_id":"EXAMPLE"}
/// ```
///
/// Source: matrix-org/matrix-spec `login.yaml`, `refresh.yaml`; Synapse 1.163.2.
pub static MATRIX: Dialect = Dialect {
    id: "matrix",
    vendor: "Matrix",
    quirks: "expires_in_ms is in milliseconds, absent means never; no token_type; error is the text of errcode",
    signature: &["expires_in_ms", "home_server"],
    access_token: paths!["access_token"],
    refresh_token: paths!["refresh_token"],
    subject: paths!["user_id"],
    expires: &[TimeRule::milliseconds(paths!["expires_in_ms"])],
    never: &[Never::Silence],
    errors: ErrorShape {
        signs: paths!["errcode", "error"],
        code: paths!["errcode"],
        description: paths!["error"],
        remedies: &[
            ("M_FORBIDDEN", Remedy::Reauthenticate),
            ("M_UNKNOWN_TOKEN", Remedy::Reauthenticate),
            ("M_BAD_JSON", Remedy::FixRequest),
            ("M_INVALID_PARAM", Remedy::FixRequest),
            ("M_MISSING_PARAM", Remedy::FixRequest),
            ("M_NOT_JSON", Remedy::FixRequest),
            ("M_UNRECOGNIZED", Remedy::FixRequest),
            ("M_LIMIT_EXCEEDED", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `node-red`: `POST /auth/token` of Node-RED's administration.
///
/// The token is Base64 with `+`, `/` and `=`. A wrong password is `invalid_grant` with status 403.
///
/// ```json
/// {"access_token":"EXAMPLE+ACCESS/0=","expires_in":604800,"token_type":"Bearer"}
/// ```
///
/// Source: Node-RED 4.1.15.
pub static NODE_RED: Dialect =
    Dialect { id: "node-red", vendor: "Node-RED", quirks: "errors with status 403", ..Dialect::STANDARD };
