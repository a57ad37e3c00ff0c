//! IBM.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};
use anytoken_core::{Remedy, TokenTypeKind};

/// `ibm-cloud-iam`: IAM of IBM Cloud.
///
/// The refresh token is `not_supported` or `not_available` if there is none.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"not_supported","token_type":"Bearer","expires_in":3600,
///  "expiration":1767229200,"scope":"ibm openid"}
/// ```
///
/// Source: IBM/go-sdk-core `core/iam_assume_authenticator_test.go`; filipedeschamps/video-maker issue 210.
pub static IBM_CLOUD_IAM: Dialect = Dialect::oauth2("ibm-cloud-iam", "IBM", Evidence::Tested)
    .with_quirks("a word may replace the refresh token; an instant beside the lifetime")
    .expires_at(&[TimeRule::epoch(paths!["expiration"]), TimeRule::seconds(paths!["expires_in"])])
    .errors(
        &ErrorShape::RFC6749.error_when(paths!["errorCode"]).remedies(&[("BXNIM0415E", Remedy::FixClient)]),
    );

/// `ibm-vpc-instance-identity`: the metadata service of a virtual server in IBM Cloud.
///
/// An error response may be plain text.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","created_at":"2026-01-01T00:00:00.000Z","expires_at":"2026-01-01T00:05:00.000Z",
///  "expires_in":300}
/// ```
///
/// Source: IBM/go-sdk-core `core/vpc_instance_authenticator.go`; cloud.ibm.com, VPC Instance Metadata API.
pub static IBM_VPC_INSTANCE_IDENTITY: Dialect =
    Dialect::oauth2("ibm-vpc-instance-identity", "IBM", Evidence::Documented)
        .with_quirks("no token_type; an instant beside the lifetime; error responses have a list of errors")
        .issued_at(&[TimeRule::rfc3339(paths!["created_at"])])
        .expires_at(&[TimeRule::rfc3339(paths!["expires_at"]), TimeRule::seconds(paths!["expires_in"])])
        .errors(&ErrorShape::RFC6749.uri(paths!["errors/0/more_info"]));

/// `ibm-mcsp`: IBM's Multi-Cloud SaaS Platform, versions 1 and 2.
///
/// Version 1 sends the token type `jwt`, version 2 sends `expiration` beside the lifetime.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":7200,"expiration":1767232800}
/// ```
///
/// Source: IBM/go-sdk-core `core/mcsp_v1_authenticator.go`, `core/mcsp_v2_authenticator_test.go`.
pub static IBM_MCSP: Dialect = Dialect::bare("ibm-mcsp", "IBM", Evidence::Tested)
    .with_quirks("the token is in token; jwt means Bearer; an instant beside the lifetime")
    .access_token(paths!["token"])
    .token_type(paths!["token_type"])
    .token_type_aliases(&[("jwt", TokenTypeKind::Bearer)])
    .expires_at(&[TimeRule::epoch(paths!["expiration"]), TimeRule::seconds(paths!["expires_in"])]);

/// `ibm-cp4d`: IBM Cloud Pak for Data.
///
/// Only the status distinguishes a token from an error response. The expiry is in the JWT.
///
/// ```json
/// {"_messageCode_":"200","message":"success","token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: IBM/go-sdk-core `core/cp4d_authenticator_test.go`.
pub static IBM_CP4D: Dialect = Dialect::bare("ibm-cp4d", "IBM", Evidence::Tested)
    .with_quirks("the token is in token; no expiry; a success has a code and a message too")
    .detected_by(&["_messageCode_"])
    .access_token(paths!["token"])
    .errors(&ErrorShape::RFC6749.code(paths!["_messageCode_"]));

/// `ibm-verify`: IBM Security Verify.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","scope":"openid profile",
///  "grant_id":"11111111-2222-3333-4444-555555555555","id_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"Bearer",
///  "expires_in":7199}
/// ```
///
/// Source: from memory.
pub static IBM_VERIFY: Dialect =
    Dialect::oauth2("ibm-verify", "IBM", Evidence::Unverified).with_quirks("the consent's id is in grant_id");
