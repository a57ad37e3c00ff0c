//! Splunk.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, paths};

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
        ErrorShape::RFC6749
            .error_when(paths!["messages"])
            .code(paths!["messages/msg/@code", "messages/0/code"])
            .description(paths!["messages/msg/#text", "messages/msg", "messages/0/text"])
            .remedies(&[("incorrect_username_or_password", Remedy::Reauthenticate)]),
    );
