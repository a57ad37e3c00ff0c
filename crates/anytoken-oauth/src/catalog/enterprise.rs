//! Identity for enterprises.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[
    &DESCOPE,
    &FORGEROCK_AM_OAUTH2,
    &FORGEROCK_AUTHENTICATE,
    &FRONTEGG_VENDOR,
    &IBM_VERIFY,
    &ONELOGIN_V1,
    &ONELOGIN_V2,
    &ORACLE_IDCS,
    &PINGFEDERATE,
    &VENAFI_VEDAUTH,
    &VMWARE_IDENTITY_BROKER,
];

/// `descope`: a session of Descope.
///
/// The expiries at the top are the cookie's; those of the tokens are in the JWTs only. `E062503` means that nobody has
/// opened the link yet.
///
/// ```json
/// {"sessionJwt":"EXAMPLE.EXAMPLE.EXAMPLE","refreshJwt":"EXAMPLE.EXAMPLE.REFRESH","cookieDomain":"","cookiePath":"/",
///  "cookieMaxAge":2591999,"cookieExpiration":1769817599,"user":{"userId":"U0EXAMPLE"},"firstSeen":false}
/// ```
///
/// Source: descope/go-sdk `descope/types.go`; docs.descope.com, "Errors and Troubleshooting"; descope/swift-sdk, its
/// error codes.
pub static DESCOPE: Dialect = Dialect {
    id: "descope",
    vendor: "Descope",
    quirks: "sessionJwt and refreshJwt; the expiries are the cookie's",
    signature: &["sessionJwt"],
    access_token: paths!["sessionJwt"],
    refresh_token: paths!["refreshJwt"],
    subject: paths!["user/userId"],
    errors: ErrorShape {
        signs: paths!["errorCode", "error"],
        code: paths!["errorCode", "error"],
        description: paths!["errorDescription", "errorMessage"],
        remedies: &[
            ("E062503", Remedy::Pending),
            ("E061102", Remedy::Interact),
            ("E061103", Remedy::Reauthenticate),
            ("E062802", Remedy::FixClient),
            ("E062803", Remedy::FixClient),
            ("E011001", Remedy::FixRequest),
            ("E011002", Remedy::FixRequest),
            ("E011003", Remedy::FixRequest),
            ("E011004", Remedy::FixRequest),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `forgerock-am-oauth2`: the token endpoint of PingAM, formerly ForgeRock AM.
///
/// The lifetime is cut down: 3599 for an hour.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","scope":"openid profile","id_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "token_type":"Bearer","expires_in":3599}
/// ```
///
/// Source: jianmingli.com, "OpenAM OpenID Connect authorization flow"; api-evangelist/forgerock.
pub static FORGEROCK_AM_OAUTH2: Dialect =
    Dialect { id: "forgerock-am-oauth2", vendor: "Ping Identity", ..Dialect::STANDARD };

/// `forgerock-authenticate`: `/json/authenticate` of PingAM, formerly ForgeRock AM.
///
/// A session's token, sent as a cookie and in no `Authorization` header; it has no expiry. As long as the login is not
/// finished there are `authId` and `callbacks` in its place, with status 200: an error response whose code is the type
/// of the first callback. Else the code of an error response is its status, unless `detail` has one of its own.
///
/// ```json
/// {"tokenId":"EXAMPLE-SESSION.*EXAMPLE*","successUrl":"/am/console","realm":"/alpha"}
/// ```
///
/// Source: docs.pingidentity.com, "Log in to AM over REST"; api-evangelist/forgerock "AuthenticationResponse"; the
/// code 110 from memory.
pub static FORGEROCK_AUTHENTICATE: Dialect = Dialect {
    id: "forgerock-authenticate",
    vendor: "Ping Identity",
    quirks: "tokenId is a cookie; callbacks ask for another step, with status 200",
    signature: &["authId", "successUrl"],
    access_token: paths!["tokenId"],
    scheme: Some(""),
    errors: ErrorShape {
        signs: paths!["authId", "code", "error"],
        code: paths!["detail/errorCode", "code", "callbacks/0/type"],
        description: paths!["message"],
        remedies: &[
            ("110", Remedy::Reauthenticate),
            ("ChoiceCallback", Remedy::Interact),
            ("ConfirmationCallback", Remedy::Interact),
            ("HiddenValueCallback", Remedy::Interact),
            ("MetadataCallback", Remedy::Interact),
            ("NameCallback", Remedy::Interact),
            ("PasswordCallback", Remedy::Interact),
            ("PollingWaitCallback", Remedy::Pending),
            ("RedirectCallback", Remedy::Interact),
            ("TextInputCallback", Remedy::Interact),
            ("TextOutputCallback", Remedy::Interact),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `frontegg-vendor`: the token of a vendor at Frontegg.
///
/// ```json
/// {"token":"EXAMPLE.EXAMPLE.EXAMPLE","expiresIn":3600}
/// ```
///
/// Source: api-evangelist/frontegg `frontegg-vendor-token-structure.json`.
pub static FRONTEGG_VENDOR: Dialect = Dialect {
    id: "frontegg-vendor",
    vendor: "Frontegg",
    quirks: "token, and a camelCase lifetime",
    access_token: paths!["token"],
    token_type: paths!["tokenType"],
    expires: &[TimeRule::seconds(paths!["expiresIn"])],
    ..Dialect::BARE
};

/// `ibm-verify`: IBM Security Verify; `grant_id` names the consent.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","scope":"openid profile",
///  "grant_id":"11111111-2222-3333-4444-555555555555","id_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"Bearer",
///  "expires_in":7199}
/// ```
///
/// Source: from memory.
pub static IBM_VERIFY: Dialect =
    Dialect { id: "ibm-verify", vendor: "IBM", quirks: "grant_id beside the token", ..Dialect::STANDARD };

/// `onelogin-v1`: the first version of OneLogin's API, for tokens and for sessions.
///
/// An envelope of `status` and `data`, whose one element is the token; a session has an absolute expiry, with slashes.
/// `status.error` is a flag, and an error response may come with status 200. A `state_token`, or a `status.type` of
/// `pending`, asks for a second factor: the code is 200 then. While the person has not answered OneLogin Protect, the
/// client is to ask again.
///
/// ```json
/// {"status":{"error":false,"code":200,"type":"success","message":"Success"},
///  "data":[{"access_token":"EXAMPLE-ACCESS","created_at":"2026-01-01T00:00:00.123Z","expires_in":36000,
///  "refresh_token":"EXAMPLE-REFRESH","token_type":"bearer","account_id":555555}]}
/// ```
///
/// Source: developers.onelogin.com, "Generate Tokens", "Create Session Login Token"; onelogin/onelogin-ruby-sdk
/// `client.rb`, `session_token_info.rb`; Versent/saml2aws, its OneLogin provider.
pub static ONELOGIN_V1: Dialect = Dialect {
    id: "onelogin-v1",
    quirks: "an envelope and a list; a session's expiry has slashes; errors with status 200",
    at: "data/0",
    also: &[Dialect {
        at: "data/0",
        access_token: paths!["session_token"],
        subject: paths!["user/id"],
        expires: &[TimeRule::rfc3339(paths!["expires_at"])],
        ..Dialect::BARE
    }],
    success: Some((FieldPath::new("status/type"), &["\"success\""])),
    errors: ErrorShape {
        steps: paths!["data/0/state_token"],
        detail: paths!["status/message"],
        remedies: &[("Authentication pending on OL Protect", Remedy::Pending), ("200", Remedy::Interact)],
        ..ONELOGIN_V2.errors
    },
    ..ONELOGIN_V2
};

/// `onelogin-v2`: the second version, without the envelope.
///
/// `created_at` is information: the lifetime counts from receipt. `account_id` is the tenant. An error response is in
/// `status`, as in the first version.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","created_at":"2026-01-01T00:00:00.123Z","expires_in":36000,
///  "refresh_token":"EXAMPLE-REFRESH","token_type":"bearer","account_id":555555}
/// ```
///
/// Source: onelogin/onelogin-python-sdk `docs/OauthToken.md`; onelogin/onelogin-ruby-sdk `client.rb`.
pub static ONELOGIN_V2: Dialect = Dialect {
    id: "onelogin-v2",
    vendor: "OneLogin",
    quirks: "created_at is a date; errors are in status",
    issued: &[TimeRule::rfc3339(paths!["created_at"])],
    errors: ErrorShape {
        signs: paths!["status/error", "error"],
        code: paths!["status/code", "error"],
        description: paths!["status/message", "error_description"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `oracle-idcs`: Oracle Identity Cloud Service and the identity domains of OCI.
///
/// `ecid` in an error response is an id to ask support about. A lifetime is asked for by a scope,
/// `urn:opc:resource:expiry=300`.
///
/// ```json
/// {"error":"invalid_client","error_description":"Client authentication failed.","ecid":"example"}
/// ```
///
/// Source: docs.oracle.com, "Specifying a Custom Access Token Expiration"; error responses from memory.
pub static ORACLE_IDCS: Dialect =
    Dialect { id: "oracle-idcs", vendor: "Oracle", quirks: "errors have ecid", ..Dialect::STANDARD };

/// `pingfederate`: PingFederate; the lifetime is left out where the token has none.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","id_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "token_type":"Bearer","expires_in":7199}
/// ```
///
/// Source: from memory.
pub static PINGFEDERATE: Dialect =
    Dialect { id: "pingfederate", vendor: "Ping Identity", ..Dialect::STANDARD };

/// `venafi-vedauth`: `vedauth/authorize` and `vedauth/token` of Venafi's Trust Protection Platform.
///
/// `expires` is an instant, and so is `refresh_until`, the expiry of the grant. Scopes are separated by semicolons:
/// commas separate privileges within one. A refresh has no scope.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires":1767229200,"identity":"local:example","refresh_token":"EXAMPLE-REFRESH",
///  "refresh_until":1798761600,"scope":"certificate:manage,revoke;ssh:manage","token_type":"Bearer"}
/// ```
///
/// Source: Venafi/vcert `pkg/venafi/tpp/tpp.go`, `cmd/vcert/cmdHelper.go`; the separators from memory.
pub static VENAFI_VEDAUTH: Dialect = Dialect {
    id: "venafi-vedauth",
    vendor: "Venafi",
    quirks: "expires and refresh_until are instants; semicolons between scopes",
    signature: &["refresh_until"],
    subject: paths!["identity"],
    expires: &[TimeRule::epoch(paths!["expires"]), TimeRule::seconds(paths!["expires_in"]).read_only()],
    refresh_token_expires: &[TimeRule::epoch(paths!["refresh_until"])],
    scope_separators: &[';'],
    ..Dialect::STANDARD
};

/// `vmware-identity-broker`: VMware Identity Broker.
///
/// A lifetime of 0 means that the token has expired, −1 that its expiry is unknown.
///
/// ```json
/// {"scope":"admin openid","access_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"Bearer","expires_in":-1}
/// ```
///
/// Source: developer.broadcom.com, VMware Identity Broker, "OAuth2Token".
pub static VMWARE_IDENTITY_BROKER: Dialect = Dialect {
    id: "vmware-identity-broker",
    vendor: "VMware",
    quirks: "expires_in −1 means unknown",
    ..Dialect::STANDARD
};
