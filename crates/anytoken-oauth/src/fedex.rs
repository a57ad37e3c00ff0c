//! FedEx.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence};

/// `fedex`: FedEx's Authorization API.
///
/// Error codes contain dots.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"bearer","expires_in":3599,"scope":"CXS-TP"}
/// ```
///
/// Source: developer.fedex.com, "API Authorization".
pub static FEDEX: Dialect = Dialect::oauth2("fedex", "FedEx", Evidence::Documented)
    .with_quirks("error responses have a list of errors")
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("NOT.AUTHORIZED.ERROR", Remedy::FixClient),
        ("LOGIN.REAUTHENTICATE.ERROR", Remedy::Reauthenticate),
        ("BAD.REQUEST.ERROR", Remedy::FixRequest),
        ("INTERNAL.SERVER.ERROR", Remedy::Retry),
        ("SERVICE.UNAVAILABLE.ERROR", Remedy::Retry),
    ]));
