//! mod.io.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `mod-io`: mod.io's token endpoints.
///
/// `code` is the status, in a success too. In an error response, `error_ref` is the code. The OAuth endpoint states a
/// lifetime instead of an instant, and scopes, as a string with commas or as an array.
///
/// ```json
/// {"code":200,"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","date_expires":1798761600}
/// ```
///
/// Source: docs.mod.io, "Access Token Object", "OAuth Token Object", "Errors", "Error Codes".
pub static MOD_IO: Dialect = Dialect::oauth2("mod-io", "mod.io", Evidence::Documented)
    .with_quirks("the expiry is in date_expires, or a lifetime; comma scopes; the error code is in error_ref")
    .detected_by(&["date_expires"])
    .scopes(paths!["scopes"])
    .scopes_separated_by(&[','])
    .expires_at(&[
        TimeRule::epoch(paths!["date_expires"]),
        TimeRule::seconds(paths!["expires_in"]).read_only(),
    ])
    .errors(&ErrorShape::RFC6749.code(paths!["error/error_ref"]).remedies(&[
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
