//! Plaid.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, Special, TimeRule, paths};

/// `plaid`: `/item/public_token/exchange`.
///
/// No token type is sent: later calls have the token in their JSON body.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","item_id":"EXAMPLE-ITEM","request_id":"EXAMPLE"}
/// ```
///
/// Source: plaid/plaid-openapi `2020-09-14.yml`; plaid.com/docs, "Glossary", "Errors".
pub static PLAID: Dialect = Dialect::like(&API, "plaid", Evidence::Documented)
    .with_quirks("the token never expires; no Authorization header; the error code is in error_code")
    .access_token(paths!["access_token"])
    .expires_at(&[TimeRule::words(paths![]).when_absent(Special::Never)]);

/// `plaid-link-token`: `/link/token/create`, a token that opens Link.
///
/// ```json
/// {"link_token":"EXAMPLE-LINK","expiration":"2026-01-01T04:00:00Z","request_id":"EXAMPLE"}
/// ```
///
/// Source: plaid/plaid-openapi `2020-09-14.yml`.
pub static PLAID_LINK_TOKEN: Dialect = Dialect::like(&API, "plaid-link-token", Evidence::Documented)
    .with_quirks("expiration is a date; no Authorization header; the error code is in error_code")
    .detected_by(&["link_token"])
    .access_token(paths!["link_token"])
    .expires_at(&[TimeRule::rfc3339(paths!["expiration"])]);

/// The base of Plaid's tokens: they make no header, and error responses have names of their own.
const API: Dialect = Dialect::BARE.by("Plaid").authorization(Authorization::None).errors(
    &ErrorShape::RFC6749
        .error_when(paths!["error_code", "error_type"])
        .uri(paths!["documentation_url"])
        .remedies(&[
            ("INVALID_PUBLIC_TOKEN", Remedy::Reauthenticate),
            ("INVALID_ACCESS_TOKEN", Remedy::Reauthenticate),
            ("ITEM_LOGIN_REQUIRED", Remedy::Interact),
            ("INVALID_API_KEYS", Remedy::FixClient),
            ("MISSING_FIELDS", Remedy::FixRequest),
            ("UNKNOWN_FIELDS", Remedy::FixRequest),
            ("INVALID_FIELD", Remedy::FixRequest),
            ("INTERNAL_SERVER_ERROR", Remedy::Retry),
            ("PLANNED_MAINTENANCE", Remedy::Retry),
        ]),
);
