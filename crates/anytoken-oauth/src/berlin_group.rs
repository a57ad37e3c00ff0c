//! The Berlin Group.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence};

/// `berlin-group`: banks that follow NextGenPSD2.
///
/// The token endpoint follows RFC 6749. An error response of the interfaces is a list of messages.
///
/// ```json
/// {"tppMessages":[{"category":"ERROR","code":"TOKEN_EXPIRED","text":"EXAMPLE"}]}
/// ```
///
/// Source: Berlin Group, NextGenPSD2 XS2A Framework, "Implementation Guidelines", return codes.
pub static BERLIN_GROUP: Dialect = Dialect::oauth2("berlin-group", "Berlin Group", Evidence::Documented)
    .with_quirks("error responses are in tppMessages")
    .detected_by(&["tppMessages"])
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("CERTIFICATE_BLOCKED", Remedy::FixClient),
        ("CERTIFICATE_EXPIRED", Remedy::FixClient),
        ("CERTIFICATE_INVALID", Remedy::FixClient),
        ("CERTIFICATE_MISSING", Remedy::FixClient),
        ("CERTIFICATE_REVOKED", Remedy::FixClient),
        ("SIGNATURE_INVALID", Remedy::FixClient),
        ("SIGNATURE_MISSING", Remedy::FixClient),
    ]));
