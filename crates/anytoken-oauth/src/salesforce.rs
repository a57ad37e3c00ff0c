//! Salesforce.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `salesforce`: OAuth of the Salesforce Platform.
///
/// No expiry is stated: a session ends after a time without use. `id` is the URL of the user. Calls go to
/// `instance_url`.
///
/// ```json
/// {"access_token":"EXAMPLE!ACCESS","signature":"EXAMPLE=","scope":"api web","token_type":"Bearer",
///  "instance_url":"https://example.my.salesforce.com","issued_at":"1767225600123",
///  "id":"https://login.salesforce.com/id/00DEXAMPLE/005EXAMPLE"}
/// ```
///
/// Source: help.salesforce.com, "Sample Request and Response for Access Token", "OAuth 2.0 Authorization Errors";
/// simple-salesforce/simple-salesforce `simple_salesforce/tests/test_login.py`, `simple_salesforce/api.py`.
pub static SALESFORCE: Dialect = Dialect::oauth2("salesforce", "Salesforce", Evidence::Tested)
    .with_quirks("no expiry; issued_at is a string in milliseconds; error responses may be a list")
    .detected_by(&["instance_url"])
    .subject(paths!["id"])
    .api_url(paths!["instance_url"])
    .issued_at(&[TimeRule::epoch_milliseconds(paths!["issued_at"]).text()])
    .errors(&ErrorShape::RFC6749.error_when(paths!["0/errorCode"]).remedies(&[
        ("INVALID_SESSION_ID", Remedy::Reauthenticate),
        ("invalid_client_id", Remedy::FixClient),
        ("redirect_uri_mismatch", Remedy::FixRequest),
        ("redirect_uri_missing", Remedy::FixRequest),
        ("rate_limit_exceeded", Remedy::Retry),
    ]));

/// `salesforce-soap`: `login` of the SOAP API.
///
/// The session's lifetime and another id of the user are in `userInfo`. An error response is a fault, with status 500.
///
/// ```xml
/// <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><loginResponse><result>
///   <serverUrl>https://example.my.salesforce.com/services/Soap/u/60.0/00DEXAMPLE</serverUrl>
///   <sessionId>EXAMPLE!SESSION</sessionId><userId>005EXAMPLE</userId>
///   <userInfo><sessionSecondsValid>7200</sessionSecondsValid></userInfo>
/// </result></loginResponse></soapenv:Body></soapenv:Envelope>
/// ```
///
/// Source: simple-salesforce/simple-salesforce `tests/__init__.py`, `login.py`.
pub static SALESFORCE_SOAP: Dialect = Dialect::bare("salesforce-soap", "Salesforce", Evidence::Tested)
    .with_quirks("XML in a SOAP envelope; error responses are SOAP faults")
    .envelope("Body/loginResponse/result")
    .access_token(paths!["sessionId"])
    .subject(paths!["userId"])
    .api_url(paths!["serverUrl"])
    .expires_at(&[TimeRule::seconds(paths!["userInfo/sessionSecondsValid"]).text()])
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["Body/Fault"])
            .code(paths![
                "Body/Fault/detail/LoginFault/exceptionCode",
                "Body/Fault/detail/UnexpectedErrorFault/exceptionCode",
                "Body/Fault/faultcode"
            ])
            .description(paths!["Body/Fault/faultstring"])
            .remedies(&[
                ("INVALID_LOGIN", Remedy::Reauthenticate),
                ("LOGIN_MUST_USE_SECURITY_TOKEN", Remedy::Interact),
                ("INVALID_OPERATION_WITH_EXPIRED_PASSWORD", Remedy::Interact),
                ("SERVER_UNAVAILABLE", Remedy::Retry),
                ("UNKNOWN_EXCEPTION", Remedy::Retry),
            ]),
    );

/// `pardot-legacy`: the login of Pardot's API before it moved to Salesforce's.
///
/// The token is sent with a user's key, so it makes no header alone. No expiry is stated.
///
/// ```xml
/// <rsp stat="ok" version="1.0">
///    <api_key>EXAMPLE-ACCESS</api_key>
/// </rsp>
/// ```
///
/// Source: developer.pardot.com, "Authentication", "Error Codes & Messages".
pub static PARDOT_LEGACY: Dialect = Dialect::bare("pardot-legacy", "Salesforce", Evidence::Documented)
    .with_quirks("XML; the token is api_key; no expiry; error responses have status 200")
    .access_token(paths!["api_key"])
    .authorization(Authorization::None)
    .ok_when("stat", &["\"ok\""])
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["err"])
            .code(paths!["err/code"])
            .description(paths!["err/#text", "err"])
            .remedies(&[("1", Remedy::Reauthenticate), ("15", Remedy::Reauthenticate)]),
    );
