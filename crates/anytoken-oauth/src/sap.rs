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
    .errors(ErrorShape::RFC6749.error_when(paths!["Message"]).description(paths!["Message"]));

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
    .errors(ErrorShape::RFC6749.remedies(&[
        ("206001", Remedy::Interact),
        ("206002", Remedy::Interact),
        ("403042", Remedy::Reauthenticate),
        ("403101", Remedy::Interact),
        ("403102", Remedy::Interact),
    ]));
