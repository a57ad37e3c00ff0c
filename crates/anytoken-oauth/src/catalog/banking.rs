//! Banks, and access to them.

use anytoken_core::dialect::{Dialect, ErrorShape, Never, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&PLAID, &PLAID_LINK_TOKEN, &FISERV];

/// `plaid`: `/item/public_token/exchange`.
///
/// The token does not expire. It has no type and makes no header: later calls send it in their JSON body.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","item_id":"EXAMPLE-ITEM","request_id":"EXAMPLE"}
/// ```
///
/// Source: plaid/plaid-openapi `2020-09-14.yml`; plaid.com/docs, "Glossary", "Errors".
pub static PLAID: Dialect = Dialect {
    id: "plaid",
    quirks: "no expiry means never; no header; the error code is in error_code",
    access_token: paths!["access_token"],
    never: &[Never::Silence],
    ..API
};

/// `plaid-link-token`: `/link/token/create`, a token that opens Link.
///
/// ```json
/// {"link_token":"EXAMPLE-LINK","expiration":"2026-01-01T04:00:00Z","request_id":"EXAMPLE"}
/// ```
///
/// Source: plaid/plaid-openapi `2020-09-14.yml`.
pub static PLAID_LINK_TOKEN: Dialect = Dialect {
    id: "plaid-link-token",
    quirks: "a date in expiration; no header",
    signature: &["link_token"],
    access_token: paths!["link_token"],
    expires: &[TimeRule::rfc3339(paths!["expiration"])],
    ..API
};

/// `fiserv`: Fiserv's token endpoint.
///
/// `expires_in` is in milliseconds, and nothing in the body shows it.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":900000}
/// ```
///
/// Source: NangoHQ/nango `packages/providers/providers.yaml` (`expires_in_unit: milliseconds`).
pub static FISERV: Dialect = Dialect {
    id: "fiserv",
    vendor: "Fiserv",
    quirks: "expires_in is in milliseconds",
    expires: &[TimeRule::milliseconds(paths!["expires_in"])],
    ..Dialect::STANDARD
};

/// The base of all Plaid formats.
const API: Dialect = Dialect {
    vendor: "Plaid",
    scheme: Some(""),
    errors: ErrorShape {
        signs: paths!["error_code", "error_type", "error"],
        code: paths!["error_code", "error", "error/code"],
        description: paths!["error_message", "error_description", "error/message"],
        uri: paths!["documentation_url", "error_uri"],
        remedies: &[
            ("INVALID_PUBLIC_TOKEN", Remedy::Reauthenticate),
            ("INVALID_ACCESS_TOKEN", Remedy::Reauthenticate),
            ("ITEM_LOGIN_REQUIRED", Remedy::Interact),
            ("INVALID_API_KEYS", Remedy::FixClient),
            ("MISSING_FIELDS", Remedy::FixRequest),
            ("UNKNOWN_FIELDS", Remedy::FixRequest),
            ("INVALID_FIELD", Remedy::FixRequest),
            ("INTERNAL_SERVER_ERROR", Remedy::Retry),
            ("PLANNED_MAINTENANCE", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};
