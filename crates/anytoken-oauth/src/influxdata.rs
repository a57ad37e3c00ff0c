//! InfluxData.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `influxdb3-token`: an admin token of InfluxDB 3.
///
/// The operator's token never ends, but nothing distinguishes it from one without an expiry.
///
/// ```json
/// {"id":1,"name":"example","token":"EXAMPLE-ACCESS","hash":"EXAMPLE-HASH","created_at":"2026-01-01T00:00:00.000Z",
///  "expiry":"2026-02-01T00:00:00.000Z"}
/// ```
///
/// Source: docs.influxdata.com, InfluxDB 3 Core, "Create a named admin token".
pub static INFLUXDB3_TOKEN: Dialect = Dialect::bare("influxdb3-token", "InfluxData", Evidence::Documented)
    .with_quirks("the token is in token, the expiry in expiry; the status is 201")
    .access_token(paths!["token"])
    .issued_at(&[TimeRule::rfc3339(paths!["created_at"])])
    .expires_at(&[TimeRule::rfc3339(paths!["expiry"])]);
