//! Bank Indonesia, whose standard of payments many banks and wallets have.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `snap-bi`: the access tokens of SNAP, by DANA, OVO, DOKU, BCA, BRI and others.
///
/// A code is the HTTP status, the service (73 for a partner's token, 74 for a customer's) and the case. A customer's
/// token has dates instead of a lifetime. A lifetime is a string, or a number at some banks.
///
/// ```json
/// {"responseCode":"2007300","responseMessage":"Successful","accessToken":"EXAMPLE-ACCESS","tokenType":"Bearer",
///  "expiresIn":"900","additionalInfo":{}}
/// ```
///
/// Source: DOKU's developer documentation, SNAP, service 73; doku-python-library 1.1.72
/// `model/token/token_b2b_response.py`; dana-python 2.2.2 `widget/v1/models/apply_token_response.py`.
pub static SNAP_BI: Dialect = Dialect::bare("snap-bi", "Bank Indonesia", Evidence::Documented)
    .with_quirks(
        "camelCase; a code in every response; expiries are dates with an offset, or a lifetime in text",
    )
    .access_token(paths!["accessToken"])
    .refresh_token(paths!["refreshToken"])
    .token_type(paths!["tokenType"])
    .expires_at(&[
        TimeRule::rfc3339(paths!["accessTokenExpiryTime"]),
        TimeRule::seconds(paths!["expiresIn"]).text(),
    ])
    .refresh_token_expires_at(&[TimeRule::rfc3339(paths!["refreshTokenExpiryTime"])])
    .ok_when("responseCode", &["\"2007300\"", "\"2007400\""])
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("4017300", Remedy::FixClient),
        ("4017301", Remedy::Reauthenticate),
        ("4017401", Remedy::Reauthenticate),
        ("4297300", Remedy::Retry),
        ("4297400", Remedy::Retry),
        ("5007300", Remedy::Retry),
        ("5007400", Remedy::Retry),
    ]));
