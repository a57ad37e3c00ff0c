//! Oracle.

use anytoken_core::dialect::{Authorization, Dialect, Evidence, TimeRule, paths};

/// `netsuite`: NetSuite's token endpoint.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","refresh_token":"EXAMPLE.EXAMPLE.EXAMPLE","expires_in":"3600",
///  "token_type":"bearer"}
/// ```
///
/// Source: docs.oracle.com, NetSuite, "Step Two POST Request to the Token Endpoint", "The Access Token Response";
/// amp-labs/connectors `providers/netsuite/m2m/m2m.go`.
pub static NETSUITE: Dialect = Dialect::oauth2("netsuite", "Oracle", Evidence::Documented)
    .with_quirks("expires_in is a string")
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()]);

/// `oracle-ebs-login`: a login at Oracle E-Business Suite.
///
/// The token is the value of a cookie, whose name is in `accessTokenName`. No expiry is stated.
///
/// ```json
/// {"response":{"data":{"accessToken":"EXAMPLE-SESSION","accessTokenName":"EXAMPLE","ebsVersion":"12.2.0",
///  "userName":"EXAMPLE"}}}
/// ```
///
/// Source: Oracle E-Business Suite Integrated SOA Gateway Developer's Guide; api-evangelist, "LoginResponse".
pub static ORACLE_EBS_LOGIN: Dialect = Dialect::bare("oracle-ebs-login", "Oracle", Evidence::Documented)
    .with_quirks("an envelope; the token is a cookie; no expiry")
    .envelope("response/data")
    .access_token(paths!["accessToken"])
    .subject(paths!["userName"])
    .authorization(Authorization::None);

/// `oracle-ofsaa`: Oracle Financial Services Analytical Applications.
///
/// ```json
/// {"token_type":"Bearer","expires_in":3600,"token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: docs.oracle.com, Analytical Applications Infrastructure, "API Response".
pub static ORACLE_OFSAA: Dialect = Dialect::bare("oracle-ofsaa", "Oracle", Evidence::Documented)
    .with_quirks("the token is in token")
    .access_token(paths!["token"])
    .token_type(paths!["token_type"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"])]);

/// `oracle-idcs`: Oracle Identity Cloud Service and the identity domains of OCI.
///
/// `ecid` in an error response is an id for support. A client requests a lifetime by a scope,
/// `urn:opc:resource:expiry=300`.
///
/// ```json
/// {"error":"invalid_client","error_description":"Client authentication failed.","ecid":"example"}
/// ```
///
/// Source: docs.oracle.com, "Specifying a Custom Access Token Expiration"; error responses from memory.
pub static ORACLE_IDCS: Dialect =
    Dialect::oauth2("oracle-idcs", "Oracle", Evidence::Unverified).with_quirks("error responses have ecid");

/// `oracle-cerner-fhir`: the authorization server of Oracle Health, once Cerner.
///
/// A refresh brings no refresh token: the old one stays valid. An error response has an `error_uri` and no description.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","scope":"user/Observation.read online_access","token_type":"Bearer",
///  "expires_in":570}
/// ```
///
/// Source: cerner/fhir.cerner.com `content/authorization.md`.
pub static ORACLE_CERNER_FHIR: Dialect =
    Dialect::oauth2("oracle-cerner-fhir", "Oracle", Evidence::Documented)
        .with_quirks("a refresh brings no refresh token; error responses have error_uri");

/// `oci-security-token`: a token of an instance or of a token exchange in Oracle's cloud.
///
/// The token is the key id of signed requests, after `ST$`. The expiry is only in the token.
///
/// ```json
/// {"token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: oci 2.189.0 for Python, `auth`.
pub static OCI_SECURITY_TOKEN: Dialect = Dialect::bare("oci-security-token", "Oracle", Evidence::Documented)
    .with_quirks("token is the only member; it signs requests")
    .access_token(paths!["token"])
    .authorization(Authorization::None);
