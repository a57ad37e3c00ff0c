//! Software for businesses.

use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[
    &JFROG_ACCESS,
    &MULESOFT_ANYPOINT,
    &NETDOCUMENTS,
    &ORACLE_EBS_LOGIN,
    &ORACLE_OFSAA,
    &SALESFORCE,
    &SALESFORCE_SOAP,
];

/// `jfrog-access`: the tokens of the JFrog Platform.
///
/// The type is `access_token` and means Bearer. `expires_in` is a string in the documentation. An error response is a
/// list.
///
/// ```json
/// {"token_id":"EXAMPLE-ID","access_token":"EXAMPLE.EXAMPLE.EXAMPLE","refresh_token":"EXAMPLE-REFRESH",
///  "expires_in":"3600","scope":"applied-permissions/user","token_type":"access_token"}
/// ```
///
/// Source: jfrog.com, "JFrog REST APIs", create token; error responses from memory.
pub static JFROG_ACCESS: Dialect = Dialect {
    id: "jfrog-access",
    vendor: "JFrog",
    quirks: "access_token means Bearer; expires_in is a string or a number; errors are a list",
    signature: &["token_id"],
    bearer_words: &["access_token"],
    errors: ErrorShape {
        signs: paths!["errors", "error"],
        code: paths!["errors/0/code", "error", "errors/0/status"],
        description: paths!["errors/0/message", "error_description"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `mulesoft-anypoint`: a login at MuleSoft's Anypoint Platform.
///
/// The token is a UUID that is valid for an hour at least; it has no expiry.
///
/// ```json
/// {"access_token":"11111111-2222-3333-4444-555555555555","token_type":"bearer","redirectUrl":"/home/"}
/// ```
///
/// Source: anypoint.mulesoft.com, Access Management API, "Authentication".
pub static MULESOFT_ANYPOINT: Dialect =
    Dialect { id: "mulesoft-anypoint", vendor: "MuleSoft", quirks: "no expiry", ..Dialect::STANDARD };

/// `netdocuments`: NetDocuments.
///
/// `expires_in` is a string, and the token Base64 with `/`, `+` and `=`.
///
/// ```json
/// {"access_token":"EXAMPLE/ACCESS+0=","token_type":"bearer","expires_in":"3599"}
/// ```
///
/// Source: badgateway/oauth2-client issue 123.
pub static NETDOCUMENTS: Dialect = Dialect {
    id: "netdocuments",
    vendor: "NetDocuments",
    quirks: "expires_in is a string",
    expires: &[TimeRule::seconds(paths!["expires_in"]).text()],
    ..Dialect::STANDARD
};

/// `oracle-ebs-login`: a login at Oracle E-Business Suite.
///
/// The token is the value of a cookie, whose name is in `accessTokenName`; it has no expiry.
///
/// ```json
/// {"response":{"data":{"accessToken":"EXAMPLE-SESSION","accessTokenName":"EXAMPLE","ebsVersion":"12.2.0",
///  "userName":"EXAMPLE"}}}
/// ```
///
/// Source: Oracle E-Business Suite Integrated SOA Gateway Developer's Guide; api-evangelist, "LoginResponse".
pub static ORACLE_EBS_LOGIN: Dialect = Dialect {
    id: "oracle-ebs-login",
    vendor: "Oracle",
    quirks: "an envelope; the token is a cookie",
    at: "response/data",
    access_token: paths!["accessToken"],
    subject: paths!["userName"],
    scheme: Some(""),
    ..Dialect::BARE
};

/// `oracle-ofsaa`: Oracle Financial Services Analytical Applications.
///
/// ```json
/// {"token_type":"Bearer","expires_in":3600,"token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: docs.oracle.com, Analytical Applications Infrastructure, "API Response".
pub static ORACLE_OFSAA: Dialect = Dialect {
    id: "oracle-ofsaa",
    vendor: "Oracle",
    quirks: "token in place of access_token",
    access_token: paths!["token"],
    token_type: paths!["token_type"],
    expires: &[TimeRule::seconds(paths!["expires_in"])],
    ..Dialect::BARE
};

/// `salesforce`: OAuth of the Salesforce Platform.
///
/// No expiry is stated: the session's timeout counts, and begins again with each use. `issued_at` is in milliseconds,
/// as a string; `id` is the URL of the user. Calls go to `instance_url`. An error response of the REST API is a list.
///
/// ```json
/// {"access_token":"EXAMPLE!ACCESS","signature":"EXAMPLE=","scope":"api web","token_type":"Bearer",
///  "instance_url":"https://example.my.salesforce.com","issued_at":"1767225600123",
///  "id":"https://login.salesforce.com/id/00DEXAMPLE/005EXAMPLE"}
/// ```
///
/// Source: help.salesforce.com, "Sample Request and Response for Access Token", "OAuth 2.0 Authorization Errors";
/// simple-salesforce/simple-salesforce `login.py`, `api.py`.
pub static SALESFORCE: Dialect = Dialect {
    id: "salesforce",
    vendor: "Salesforce",
    quirks: "no expiry; issued_at in milliseconds, as a string; errors may be a list",
    signature: &["instance_url"],
    api_url: paths!["instance_url"],
    subject: paths!["id"],
    issued: &[TimeRule::epoch_milliseconds(paths!["issued_at"]).text()],
    errors: ErrorShape {
        signs: paths!["error", "0/errorCode"],
        code: paths!["error", "0/errorCode"],
        description: paths!["error_description", "0/message"],
        remedies: &[
            ("INVALID_SESSION_ID", Remedy::Reauthenticate),
            ("invalid_client_id", Remedy::FixClient),
            ("redirect_uri_mismatch", Remedy::FixRequest),
            ("redirect_uri_missing", Remedy::FixRequest),
            ("rate_limit_exceeded", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

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
pub static SALESFORCE_SOAP: Dialect = Dialect {
    id: "salesforce-soap",
    vendor: "Salesforce",
    quirks: "XML; errors are SOAP faults",
    at: "Body/loginResponse/result",
    access_token: paths!["sessionId"],
    api_url: paths!["serverUrl"],
    subject: paths!["userId"],
    expires: &[TimeRule::seconds(paths!["userInfo/sessionSecondsValid"]).text()],
    errors: ErrorShape {
        signs: paths!["Body/Fault"],
        code: paths![
            "Body/Fault/detail/LoginFault/exceptionCode",
            "Body/Fault/detail/UnexpectedErrorFault/exceptionCode",
            "Body/Fault/faultcode",
        ],
        description: paths!["Body/Fault/faultstring"],
        remedies: &[
            ("INVALID_LOGIN", Remedy::Reauthenticate),
            ("LOGIN_MUST_USE_SECURITY_TOKEN", Remedy::Interact),
            ("INVALID_OPERATION_WITH_EXPIRED_PASSWORD", Remedy::Interact),
            ("SERVER_UNAVAILABLE", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};
