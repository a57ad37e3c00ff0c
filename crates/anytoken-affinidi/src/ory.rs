//! The tokens of Ory.

use anytoken_core::Adapter;
use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&HYDRA, &KRATOS_SESSION, &OATHKEEPER];

/// `ory-hydra`: Ory Hydra's token endpoint.
///
/// Names come in alphabetical order. `scope` is always there, and empty when none was granted. A legacy error response
/// has `error_hint` and `error_debug`, which are never joined to the description.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3599,"scope":"","token_type":"bearer"}
/// ```
///
/// Source: ory/hydra `fosite/access_write.go`, `fosite/access_response.go`, `fosite/errors.go`.
pub static HYDRA: Dialect = Dialect {
    id: "ory-hydra",
    vendor: "Ory",
    quirks: "scope is empty if none was granted",
    ..Dialect::STANDARD
};

/// `ory-kratos-session`: a session of Ory Kratos, by native login or as a JWT by `whoami?tokenize_as`.
///
/// The expiry is in the session, with nanoseconds. Beside `tokenized` the expiry at the top is the session's and not
/// the JWT's: it is not taken. The error is an object with an `id`.
///
/// ```json
/// {"session_token":"EXAMPLE-SESSION","session":{"id":"11111111-2222-3333-4444-555555555555","active":true,
///  "expires_at":"2026-01-02T00:00:00.123456789Z","issued_at":"2026-01-01T00:00:00.123456789Z",
///  "identity":{"id":"66666666-7777-8888-9999-000000000000"}}}
/// ```
///
/// Source: ory/kratos `spec/api.json` (successfulNativeLogin, session, errorGeneric).
pub static KRATOS_SESSION: Dialect = Dialect {
    id: "ory-kratos-session",
    vendor: "Ory",
    quirks: "times and subject nested in session; a tokenized session has no expiry",
    signature: &["tokenized", "continue_with"],
    access_token: paths!["session_token"],
    subject: paths!["session/identity/id"],
    issued: &[TimeRule::rfc3339(paths!["session/issued_at"])],
    expires: &[TimeRule::rfc3339(paths!["session/expires_at"])],
    also: &[Dialect { access_token: paths!["tokenized"], subject: paths!["identity/id"], ..Dialect::BARE }],
    errors: ErrorShape { code: paths!["error/id", "error/code", "error"], ..ErrorShape::STANDARD },
    ..Dialect::BARE
};

/// `ory-oathkeeper`: the JSON errors of Ory Oathkeeper, which issues no tokens itself.
///
/// The code is the status as a number.
///
/// ```json
/// {"error":{"code":401,"status":"Unauthorized","request":"11111111-2222-3333-4444-555555555555",
///  "message":"Access credentials are invalid"}}
/// ```
///
/// Source: ory/kratos `spec/api.json` (genericError), from memory for Oathkeeper.
pub static OATHKEEPER: Dialect =
    Dialect { id: "ory-oathkeeper", vendor: "Ory", quirks: "the code is the status", ..Dialect::STANDARD };
