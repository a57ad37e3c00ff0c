//! Open Banking Limited.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence};

/// `uk-open-banking`: banks that follow the Read/Write API of the United Kingdom.
///
/// The token endpoint follows RFC 6749. In an error response of the API, `Code` and `Message` at the top level only
/// name the status.
///
/// ```json
/// {"Code":"403 Forbidden","Id":"EXAMPLE-ID","Message":"EXAMPLE",
///  "Errors":[{"ErrorCode":"UK.OBIE.Reauthenticate","Message":"EXAMPLE"}]}
/// ```
///
/// Source: openbankinguk.github.io, "OBErrorResponse1", namespaced enumerations.
pub static UK_OPEN_BANKING: Dialect =
    Dialect::oauth2("uk-open-banking", "Open Banking Limited", Evidence::Documented)
        .with_quirks("error responses of the API are in Errors")
        .errors(&ErrorShape::RFC6749.remedies(&[
            ("UK.OBIE.Field.Expected", Remedy::FixRequest),
            ("UK.OBIE.Field.Invalid", Remedy::FixRequest),
            ("UK.OBIE.Field.InvalidDate", Remedy::FixRequest),
            ("UK.OBIE.Field.Missing", Remedy::FixRequest),
            ("UK.OBIE.Field.Unexpected", Remedy::FixRequest),
            ("UK.OBIE.Header.Invalid", Remedy::FixRequest),
            ("UK.OBIE.Header.Missing", Remedy::FixRequest),
            ("UK.OBIE.Reauthenticate", Remedy::Reauthenticate),
            ("UK.OBIE.UnexpectedError", Remedy::Retry),
        ]));
