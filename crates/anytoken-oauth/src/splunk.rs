//! Splunk.

use anytoken_core::dialect::{Authorization, Dialect, Evidence, TimeRule, paths};

/// `signalfx-session`: a session token of Splunk Observability Cloud, which was SignalFx.
///
/// The token is sent in the header `X-SF-TOKEN`.
///
/// ```json
/// {"accessToken":"EXAMPLE-ACCESS","authMethod":"LOCAL","createdMs":1767225600000,"expiryMs":1769817600000,
///  "id":"EXAMPLE-ID","sessionType":"ORG_USER","userId":"EXAMPLE-USER"}
/// ```
///
/// Source: signalfx/signalfx-go `sessiontoken/model_token.go`.
pub static SIGNALFX_SESSION: Dialect = Dialect::bare("signalfx-session", "Splunk", Evidence::Documented)
    .with_quirks("accessToken; instants in milliseconds; no Authorization header")
    .detected_by(&["createdMs+expiryMs"])
    .access_token(paths!["accessToken"])
    .subject(paths!["userId"])
    .issued_at(&[TimeRule::epoch_milliseconds(paths!["createdMs"])])
    .expires_at(&[TimeRule::epoch_milliseconds(paths!["expiryMs"])])
    .authorization(Authorization::None);
