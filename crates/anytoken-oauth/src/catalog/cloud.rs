//! Clouds, and the identity services that belong to them.

use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[
    &ALIBABA_CLOUD_OAUTH,
    &HUAWEI_CLOUD_IAM,
    &IBM_CLOUD_IAM,
    &IBM_VPC_INSTANCE_IDENTITY,
    &IBM_MCSP,
    &IBM_CP4D,
    &OVH_OAUTH2,
    &OVH_CONSUMER_KEY,
    &RED_HAT_SSO,
    &VMWARE_IDENTITY_MANAGER,
    &YANDEX_CLOUD_IAM,
];

/// `alibaba-cloud-oauth`: OAuth of Alibaba Cloud RAM.
///
/// `expires_in` is a string.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":"3600","refresh_token":"EXAMPLE-REFRESH",
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: alibabacloud.com, RAM, "Access Alibaba Cloud APIs from a web application", from memory.
pub static ALIBABA_CLOUD_OAUTH: Dialect = Dialect {
    id: "alibaba-cloud-oauth",
    vendor: "Alibaba Cloud",
    quirks: "expires_in is a string",
    expires: &[TimeRule::seconds(paths!["expires_in"]).text()],
    ..Dialect::STANDARD
};

/// `huawei-cloud-iam`: tokens of Huawei Cloud.
///
/// Like `openstack-keystone-v3`: the token is in the header `X-Subject-Token`, and it comes with status 201. An error
/// response is Keystone's, or has a code of Huawei's own.
///
/// ```json
/// {"token":{"expires_at":"2026-01-02T00:00:00.701000Z","issued_at":"2026-01-01T00:00:00.701000Z",
///  "methods":["password"],"user":{"id":"EXAMPLE-USER","name":"example","password_expires_at":""}}}
/// ```
///
/// Source: support.huaweicloud.com, "Obtaining a User Token Through Password Authentication", "Returned Values".
pub static HUAWEI_CLOUD_IAM: Dialect = Dialect {
    id: "huawei-cloud-iam",
    vendor: "Huawei Cloud",
    quirks: "the token is in a header; the error code is the HTTP status, or in error_code",
    at: "token",
    access_token: paths!["/X-Subject-Token"],
    fixed: &[("token/methods", "[]")],
    headers: &["X-Subject-Token"],
    subject: paths!["user/id"],
    issued: &[TimeRule::rfc3339(paths!["issued_at"])],
    expires: &[TimeRule::rfc3339(paths!["expires_at"])],
    errors: ErrorShape {
        signs: paths!["error", "error_code"],
        code: paths!["error", "error/code", "error_code"],
        description: paths!["error_description", "error/message", "error_msg"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `ibm-cloud-iam`: IAM of IBM Cloud.
///
/// `expiration` is an epoch, beside the lifetime. Where there is no refresh token, its member says `not_supported` or
/// `not_available`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"not_supported","token_type":"Bearer","expires_in":3600,
///  "expiration":1767229200,"scope":"ibm openid"}
/// ```
///
/// Source: IBM/go-sdk-core `core/iam_assume_authenticator_test.go`; filipedeschamps/video-maker issue 210.
pub static IBM_CLOUD_IAM: Dialect = Dialect {
    id: "ibm-cloud-iam",
    vendor: "IBM",
    quirks: "a placeholder instead of a refresh token; errors in camelCase",
    expires: &[TimeRule::epoch(paths!["expiration"]), TimeRule::seconds(paths!["expires_in"])],
    errors: ErrorShape {
        signs: paths!["error", "errorCode"],
        code: paths!["error", "error/code", "errorCode"],
        description: paths!["error_description", "error/message", "errorMessage"],
        remedies: &[("BXNIM0415E", Remedy::FixClient)],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `ibm-vpc-instance-identity`: the metadata service of a virtual server.
///
/// No token type. An error response is a list, or plain text.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","created_at":"2026-01-01T00:00:00.000Z","expires_at":"2026-01-01T00:05:00.000Z",
///  "expires_in":300}
/// ```
///
/// Source: IBM/go-sdk-core `core/vpc_instance_authenticator.go`; cloud.ibm.com, VPC Instance Metadata API.
pub static IBM_VPC_INSTANCE_IDENTITY: Dialect = Dialect {
    id: "ibm-vpc-instance-identity",
    vendor: "IBM",
    quirks: "an absolute expiry beside the lifetime; errors are a list",
    issued: &[TimeRule::rfc3339(paths!["created_at"])],
    expires: &[TimeRule::rfc3339(paths!["expires_at"]), TimeRule::seconds(paths!["expires_in"])],
    errors: ErrorShape {
        signs: paths!["errors", "error"],
        code: paths!["errors/0/code", "error", "error/code"],
        description: paths!["errors/0/message", "error_description", "error/message"],
        uri: paths!["errors/0/more_info", "error_uri"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `ibm-mcsp`: the Multi-Cloud SaaS Platform, both versions.
///
/// The first version calls Bearer `jwt`; the second has `expiration`, an epoch, beside the lifetime.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":7200,"expiration":1767232800}
/// ```
///
/// Source: IBM/go-sdk-core `core/mcsp_v1_authenticator.go`, `core/mcsp_v2_authenticator_test.go`.
pub static IBM_MCSP: Dialect = Dialect {
    id: "ibm-mcsp",
    vendor: "IBM",
    quirks: "jwt means Bearer; an absolute expiry beside the lifetime",
    access_token: paths!["token"],
    token_type: paths!["token_type"],
    expires: &[TimeRule::epoch(paths!["expiration"]), TimeRule::seconds(paths!["expires_in"])],
    bearer_words: &["jwt"],
    ..Dialect::BARE
};

/// `ibm-cp4d`: Cloud Pak for Data.
///
/// A success has a code and a message as an error response has: the status distinguishes them. The expiry is in the JWT
/// only.
///
/// ```json
/// {"_messageCode_":"200","message":"success","token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: IBM/go-sdk-core `core/cp4d_authenticator_test.go`.
pub static IBM_CP4D: Dialect = Dialect {
    id: "ibm-cp4d",
    vendor: "IBM",
    quirks: "no expiry; a success has a code and a message as well",
    signature: &["_messageCode_"],
    access_token: paths!["token"],
    errors: ErrorShape {
        code: paths!["_messageCode_", "error", "error/code"],
        description: paths!["message", "error_description", "error/message"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `ovh-oauth2`: service accounts of OVHcloud.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":3599,"scope":"all"}
/// ```
///
/// Source: ovh/go-ovh `README.md`, `ovh/error.go`.
pub static OVH_OAUTH2: Dialect = Dialect {
    id: "ovh-oauth2",
    vendor: "OVHcloud",
    quirks: "errors as in RFC 6749, or with a message",
    errors: OVH_ERRORS,
    ..Dialect::STANDARD
};

/// `ovh-consumer-key`: a consumer key of the API.
///
/// It can be used once the user has opened `validationUrl`: `state` is `pendingValidation` until then. It signs
/// requests and makes no header.
///
/// ```json
/// {"validationUrl":"https://api.example.com/auth/?credentialToken=EXAMPLE","consumerKey":"EXAMPLE-CONSUMER",
///  "state":"pendingValidation"}
/// ```
///
/// Source: ovh.com, "First steps with the API"; ovh/go-ovh `ovh/consumer_key.go`; ovh/php-ovh issues 56 and 62.
pub static OVH_CONSUMER_KEY: Dialect = Dialect {
    id: "ovh-consumer-key",
    vendor: "OVHcloud",
    quirks: "valid after the user's consent; signs requests; no expiry",
    signature: &["validationUrl"],
    access_token: paths!["consumerKey"],
    scheme: Some(""),
    errors: OVH_ERRORS,
    ..Dialect::BARE
};

/// `red-hat-sso`: Red Hat single sign-on, a Keycloak.
///
/// `refresh_expires_in` is 0 if it is unknown or there is no refresh token. `not-before-policy` is a setting of the
/// realm.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":300,"refresh_expires_in":1800,"refresh_token":"EXAMPLE-REFRESH",
///  "token_type":"Bearer","not-before-policy":0,"session_state":"EXAMPLE","scope":"openid"}
/// ```
///
/// Source: docs.camunda.io, "Orchestration Cluster REST API authentication"; access.redhat.com.
pub static RED_HAT_SSO: Dialect = Dialect {
    id: "red-hat-sso",
    vendor: "Red Hat",
    quirks: "the refresh token's lifetime in refresh_expires_in",
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_expires_in"])],
    ..Dialect::STANDARD
};

/// `vmware-identity-manager`: VMware Identity Manager, which is Workspace ONE Access.
///
/// A lifetime of 0 means that the token has expired, one of −1 that the expiry is unknown.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":21599,"refresh_token":"EXAMPLE-REFRESH",
///  "scope":"admin openid"}
/// ```
///
/// Source: developer.broadcom.com, VMware Identity Manager API, "OAuth2Token".
pub static VMWARE_IDENTITY_MANAGER: Dialect = Dialect {
    id: "vmware-identity-manager",
    vendor: "VMware",
    quirks: "0 means expired, −1 unknown",
    ..Dialect::STANDARD
};

/// `yandex-cloud-iam`: `IamToken.Create` of Yandex Cloud.
///
/// No token type. An error response's code is a number of gRPC's.
///
/// ```json
/// {"iamToken":"EXAMPLE-ACCESS","expiresAt":"2026-01-01T12:00:00.033021Z"}
/// ```
///
/// Source: yandex.cloud, API reference, "IamToken.Create"; googleapis/googleapis `google/rpc/code.proto`.
pub static YANDEX_CLOUD_IAM: Dialect = Dialect {
    id: "yandex-cloud-iam",
    vendor: "Yandex Cloud",
    quirks: "the error code is a gRPC number",
    signature: &["iamToken"],
    access_token: paths!["iamToken"],
    expires: &[TimeRule::rfc3339(paths!["expiresAt"])],
    errors: ErrorShape {
        signs: paths!["error", "code", "message"],
        code: paths!["code", "error"],
        description: paths!["message", "error_description"],
        remedies: &[
            ("3", Remedy::FixRequest),
            ("8", Remedy::Retry),
            ("14", Remedy::Retry),
            ("16", Remedy::Reauthenticate),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// The error responses of OVHcloud: those of RFC 6749, and a message with or without a code.
const OVH_ERRORS: ErrorShape = ErrorShape {
    signs: paths!["error", "errorCode", "message"],
    code: paths!["error", "error/code", "errorCode", "code"],
    description: paths!["error_description", "error/message", "message"],
    remedies: &[
        ("INVALID_CREDENTIAL", Remedy::Reauthenticate),
        ("NOT_CREDENTIAL", Remedy::Reauthenticate),
        ("INVALID_KEY", Remedy::FixClient),
    ],
    ..ErrorShape::STANDARD
};
