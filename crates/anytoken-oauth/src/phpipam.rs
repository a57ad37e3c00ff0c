//! phpIPAM.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `phpipam`: a login at phpIPAM's API.
///
/// The expiry is the server's local time without a time zone, and so unknown. The token is sent in the header `token`.
///
/// ```json
/// {"code":200,"success":true,"data":{"token":"EXAMPLE-ACCESS","expires":"2026-01-01 06:00:00"},"time":0.009}
/// ```
///
/// Source: phpipam/phpipam issues 1022 and 3012.
pub static PHPIPAM: Dialect = Dialect::bare("phpipam", "phpIPAM", Evidence::Tested)
    .with_quirks("success means success; the expiry is local time without a zone; no Authorization header")
    .envelope("data")
    .access_token(paths!["token"])
    .expires_at(&[TimeRule::rfc3339(paths!["expires"])])
    .authorization(Authorization::None)
    .ok_when("success", &["true"])
    // Even a wrong password has this status, so that another try does not help.
    .errors(&ErrorShape::RFC6749.remedies(&[("500", Remedy::Unknown)]));
