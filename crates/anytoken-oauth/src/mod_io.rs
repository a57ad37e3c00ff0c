//! mod.io.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `mod-io`: mod.io's token endpoints.
///
/// `code` is the status, in a success too. In an error response, `error_ref` is the code. The OAuth endpoint states a
/// lifetime instead of an instant.
///
/// ```json
/// {"code":200,"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","date_expires":1798761600}
/// ```
///
/// Source: docs.mod.io, "Access Token Object", "Exchange OAuth Token", "Errors", "Error Codes".
pub static MOD_IO: Dialect = Dialect::oauth2("mod-io", "mod.io", Evidence::Documented)
    .with_quirks("the expiry is an instant, in date_expires; the error code is in error_ref")
    .detected_by(&["date_expires"])
    .expires_at(&[
        TimeRule::epoch(paths!["date_expires"]),
        TimeRule::seconds(paths!["expires_in"]).read_only(),
    ])
    .errors(ErrorShape::RFC6749.code(paths!["error/error_ref"]).remedies(&[
        ("10000", Remedy::Retry),
        ("10002", Remedy::Retry),
        ("11000", Remedy::FixRequest),
        ("11001", Remedy::FixClient),
        ("11002", Remedy::FixClient),
        ("11005", Remedy::Reauthenticate),
        ("11008", Remedy::Retry),
        ("11011", Remedy::Reauthenticate),
        ("11012", Remedy::Reauthenticate),
        ("11013", Remedy::Reauthenticate),
        ("11014", Remedy::Reauthenticate),
        ("11146", Remedy::FixRequest),
    ]));
