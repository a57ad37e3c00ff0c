//! Mitsubishi Electric.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `melcloud`: a login at MELCloud.
///
/// The token is sent in the header `X-MitsContextKey`. The expiry has no time zone, and is so unknown. Error responses
/// have status 200 and `LoginData` null; `ErrorId` 1 is a wrong password.
///
/// ```json
/// {"ErrorId":null,"ErrorMessage":null,"LoginStatus":0,"LoginData":{"ContextKey":"EXAMPLE-ACCESS",
///  "Expiry":"2027-01-01T00:00:00.123"}}
/// ```
///
/// Source: gysmo38/domoticz-python-melcloud issue 34; grzegorz914/homebridge-melcloud-control issues 214 and 225; the
/// expiry from memory.
pub static MELCLOUD: Dialect = Dialect::bare("melcloud", "Mitsubishi Electric", Evidence::Unverified)
    .with_quirks("all in LoginData; ErrorId is the error code; no Authorization header")
    .detected_by(&["LoginData"])
    .envelope("LoginData")
    .access_token(paths!["ContextKey"])
    .expires_at(&[TimeRule::rfc3339(paths!["Expiry"])])
    .authorization(Authorization::None)
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["ErrorId"])
            .code(paths!["ErrorId"])
            .remedies(&[("1", Remedy::Reauthenticate)]),
    );
