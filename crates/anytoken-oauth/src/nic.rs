//! India's National Informatics Centre.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};
use time::UtcOffset;

/// `gst-einvoice`: the login of the GST e-invoice system, which providers pass on.
///
/// The date is in India's time. `Sek` is a second secret, the session's key. The token is sent in the header
/// `AuthToken`.
///
/// ```json
/// {"Status":1,"Data":{"ClientId":"EXAMPLE-CLIENT","UserName":"example","AuthToken":"EXAMPLE-ACCESS",
///  "Sek":"EXAMPLE-SEK","TokenExpiry":"2026-01-01 11:30:00"},"ErrorDetails":null,"InfoDtls":null}
/// ```
///
/// Source: odoo/odoo `addons/l10n_in_edi`; published samples and error codes of the system.
pub static GST_EINVOICE: Dialect = Dialect::bare("gst-einvoice", "NIC", Evidence::Tested)
    .with_quirks("PascalCase, in Data; a date in India's time; Status 1 means success")
    .detected_by(&["ErrorDetails+InfoDtls"])
    .envelope("Data")
    .access_token(paths!["AuthToken"])
    .client_id(paths!["ClientId"])
    .subject(paths!["UserName"])
    .expires_at(&[TimeRule::rfc3339(paths!["TokenExpiry"]).zone(INDIA)])
    .authorization(Authorization::None)
    .ok_when("Status", &["1"])
    .errors(
        &ErrorShape::RFC6749
            .code(paths!["ErrorDetails/0/ErrorCode"])
            .description(paths!["ErrorDetails/0/ErrorMessage"])
            .remedies(&[
                ("1005", Remedy::Reauthenticate),
                ("1008", Remedy::Reauthenticate),
                ("1010", Remedy::FixClient),
            ]),
    );

/// India's time zone, which has no summer time.
const INDIA: UtcOffset = match UtcOffset::from_hms(5, 30, 0) {
    Ok(zone) => zone,
    Err(_) => UtcOffset::UTC,
};
