//! Splunk.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

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

/// `splunk-session`: the login of Splunk Enterprise and Splunk Cloud.
///
/// The response is XML unless the request asks for JSON. The code of an error is an attribute, which older versions do
/// not have.
///
/// ```xml
/// <response>
///   <sessionKey>EXAMPLE-SESSION</sessionKey>
/// </response>
/// ```
///
/// Source: splunk/splunk-sdk-python 2.1.1 `splunklib/binding.py`; tests of clients.
pub static SPLUNK_SESSION: Dialect = Dialect::bare("splunk-session", "Splunk", Evidence::Tested)
    .with_quirks("XML or JSON; the token is in sessionKey; no expiry; the scheme is Splunk")
    .access_token(paths!["sessionKey"])
    .authorization(Authorization::Scheme("Splunk"))
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["messages"])
            .code(paths!["messages/msg/code", "messages/0/code"])
            .description(paths!["messages/msg/#text", "messages/msg", "messages/0/text"])
            .remedies(&[("incorrect_username_or_password", Remedy::Reauthenticate)]),
    );
