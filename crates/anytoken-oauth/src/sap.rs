//! SAP.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};
use time::UtcOffset;

/// `sap-concur-legacy`: SAP Concur's authorization before 2017.
///
/// The expiry is written as `M/d/yyyy h:mm:ss` with AM or PM. An error response is a document with a message.
///
/// ```xml
/// <Access_Token>
///   <Instance_Url>https://www.concursolutions.com/</Instance_Url>
///   <Token>EXAMPLE-ACCESS</Token>
///   <Expiration_date>1/1/2027 12:00:00 AM</Expiration_date>
///   <Refresh_Token>EXAMPLE-REFRESH</Refresh_Token>
/// </Access_Token>
/// ```
///
/// Source: developer.concur.com, "Pre-2017 Authorization (Deprecated)".
pub static SAP_CONCUR_LEGACY: Dialect = Dialect::bare("sap-concur-legacy", "SAP", Evidence::Documented)
    .with_quirks("XML; the expiry is a US date in UTC; the scheme is OAuth")
    .detected_by(&["Instance_Url", "Expiration_date"])
    .access_token(paths!["Token"])
    .refresh_token(paths!["Refresh_Token"])
    .api_url(paths!["Instance_Url"])
    .expires_at(&[TimeRule::month_first(paths!["Expiration_date"]).zone(UtcOffset::UTC)])
    .authorization(Authorization::Scheme("OAuth"))
    .errors(&ErrorShape::RFC6749.error_when(paths!["Message"]));

/// `sap-xsuaa`: XSUAA, the OAuth server of the SAP Business Technology Platform.
///
/// `jti`, the token's id, has no dashes.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":43199,"scope":"uaa.resource xs_user.read",
///  "jti":"11111111222233334444555555555555"}
/// ```
///
/// Source: SAP-docs/btp-cloud-platform, "Getting an Application Access Token".
pub static SAP_XSUAA: Dialect = Dialect::oauth2("sap-xsuaa", "SAP", Evidence::Documented)
    .with_quirks("the token's id is beside it, in jti");

/// `sap-btp-destination`: a destination of the SAP Business Technology Platform, with the tokens that it needs.
///
/// The client secret of the destination is beside the tokens. A token that could not be obtained has `error`, a text,
/// with status 200.
///
/// ```json
/// {"owner":{"SubaccountId":"11111111-2222-3333-4444-555555555555","InstanceId":null},
///  "destinationConfiguration":{"Name":"example","URL":"https://service.example.com","clientId":"example"},
///  "authTokens":[{"type":"bearer","value":"EXAMPLE-ACCESS","expires_in":"43199","scope":"uaa.resource",
///  "http_header":{"key":"Authorization","value":"Bearer EXAMPLE-ACCESS"}}]}
/// ```
///
/// Source: SAP/cloud-sdk-js `packages/connectivity/src/scp-cf`, version 4.9.1; bodies in public code.
pub static SAP_BTP_DESTINATION: Dialect = Dialect::bare("sap-btp-destination", "SAP", Evidence::Documented)
    .with_quirks("an array; the token is in value; the lifetime is a string; error responses have status 200")
    .detected_by(&["destinationConfiguration+authTokens"])
    .envelope("authTokens/*")
    .access_token(paths!["value"])
    .token_type(paths!["type"])
    .scopes(paths!["scope"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()])
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["authTokens/0/error"])
            .description(paths!["authTokens/0/error"]),
    );

/// `gigya`: a login at SAP Customer Data Cloud, which was Gigya.
///
/// The login token is sent as a parameter. A pending registration, verification or second factor is an error response
/// with status 200.
///
/// ```json
/// {"UID":"EXAMPLE-USER","sessionInfo":{"login_token":"EXAMPLE-LOGIN","expires_in":"7776000"},"errorCode":0,
///  "statusReason":"OK"}
/// ```
///
/// Source: evcc-io/evcc `vehicle/fiat/identity.go`, `vehicle/smart/hello/identity.go`; SAP, "Response Codes and
/// Errors".
pub static GIGYA: Dialect = Dialect::bare("gigya", "SAP", Evidence::Unverified)
    .with_quirks("the token is in sessionInfo; errorCode 0 means success; no Authorization header")
    .detected_by(&["sessionInfo+UID"])
    .access_token(paths!["sessionInfo/login_token"])
    .subject(paths!["UID"])
    .expires_at(&[TimeRule::seconds(paths!["sessionInfo/expires_in"]).text()])
    .authorization(Authorization::None)
    .ok_when("errorCode", &["0"])
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("206001", Remedy::Interact),
        ("206002", Remedy::Interact),
        ("403042", Remedy::Reauthenticate),
        ("403101", Remedy::Interact),
        ("403102", Remedy::Interact),
    ]));
