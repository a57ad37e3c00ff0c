//! Datadog.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `datadog-delegated-token`: the token that Datadog issues for a cloud's proof of identity.
///
/// `expires` is an instant, as text.
///
/// ```json
/// {"data":{"type":"delegated_token","id":"1",
///  "attributes":{"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","expires":"1767226500"}}}
/// ```
///
/// Source: datadog-api-client for Python, `delegated_auth.py`.
pub static DATADOG_DELEGATED_TOKEN: Dialect =
    Dialect::bare("datadog-delegated-token", "Datadog", Evidence::Documented)
        .with_quirks("JSON:API; expires is an instant, as a string")
        .envelope("data/attributes")
        .access_token(paths!["access_token"])
        .expires_at(&[TimeRule::epoch(paths!["expires"]).text()]);
