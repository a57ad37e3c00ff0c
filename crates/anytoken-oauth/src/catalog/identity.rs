//! Identity providers.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, Never, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[
    &KEYCLOAK,
    &OKTA_OAUTH2,
    &OKTA_CORE_API,
    &OKTA_AUTHN,
    &OKTA_ID_JAG,
    &AUTH0,
    &GLUU_OXAUTH,
    &DOORKEEPER,
    &OPENIDDICT,
    &CLOUDFOUNDRY_UAA,
    &CLOUDFOUNDRY_UAA_CHECK_TOKEN,
    &SAP_XSUAA,
    &CASDOOR,
    &CASDOOR_LEGACY,
    &NEXTCLOUD_OIDC,
];

/// `keycloak`: Keycloak.
///
/// `refresh_expires_in` is 0 for an offline token, whose expiry depends on its use, and where there is no refresh
/// token. `expires_in` can be negative. `not-before-policy` is when the realm last revoked all tokens, not this one's
/// begin.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":300,"refresh_expires_in":1800,"refresh_token":"EXAMPLE-REFRESH",
///  "token_type":"Bearer","not-before-policy":0,"session_state":"example","scope":"openid profile"}
/// ```
///
/// Source: keycloak/keycloak `core/src/main/java/org/keycloak/representations/AccessTokenResponse.java`, issues 8919,
/// 40611 and 48063.
pub static KEYCLOAK: Dialect = Dialect {
    id: "keycloak",
    vendor: "Keycloak",
    quirks: "refresh_expires_in 0 means unknown; not-before-policy is the realm's",
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_expires_in"])],
    ..Dialect::STANDARD
};

/// `okta-oauth2`: Okta's authorization servers.
///
/// An error response can hold `mfa_token`, for the next step, or `interaction_uri`, where to send the user; neither is
/// a token or the URI of the error. An unknown client is reported in the shape of `okta-core-api`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":3600,"scope":"openid",
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: okta/okta-developer-docs `guides/implement-grant-type`, `guides/ai-agent-token-exchange`; okta/okta-idx-java
/// issue 500.
pub static OKTA_OAUTH2: Dialect = Dialect {
    id: "okta-oauth2",
    vendor: "Okta",
    quirks: "errors may have a token for the next step, or a URI for the user",
    errors: OKTA,
    ..Dialect::STANDARD
};

/// `okta-core-api`: the error responses of Okta's other APIs.
///
/// `errorLink` repeats the code and is no link.
///
/// ```json
/// {"errorCode":"E0000001","errorSummary":"Api validation failed: example","errorLink":"E0000001",
///  "errorId":"example","errorCauses":[{"errorSummary":"example"}]}
/// ```
///
/// Source: okta/okta-developer-docs `guides/policy-simulation`; developer.okta.com, "Error codes".
pub static OKTA_CORE_API: Dialect = Dialect {
    id: "okta-core-api",
    vendor: "Okta",
    quirks: "error responses only: errorCode, errorSummary",
    errors: OKTA,
    ..Dialect::BARE
};

/// `okta-authn`: the session token of Okta's Authentication API.
///
/// `status` is the state of a transaction. `SUCCESS` brings a token; any other asks for another step, with status 200
/// and a `stateToken`.
///
/// ```json
/// {"expiresAt":"2026-01-01T00:05:00.000Z","status":"SUCCESS","sessionToken":"EXAMPLE-SESSION",
///  "_embedded":{"user":{"id":"example"}}}
/// ```
///
/// Source: okta/okta-developer-docs `reference/api/authn/index.md`; okta/okta-auth-java `AuthenticationStatus`.
pub static OKTA_AUTHN: Dialect = Dialect {
    id: "okta-authn",
    vendor: "Okta",
    quirks: "a session token; status is the flag; further steps with status 200",
    signature: &["sessionToken", "stateToken"],
    access_token: paths!["sessionToken"],
    subject: paths!["_embedded/user/id"],
    expires: &[TimeRule::rfc3339(paths!["expiresAt"])],
    success: Some((FieldPath::new("status"), &["\"SUCCESS\""])),
    errors: ErrorShape { code: paths!["errorCode", "error", "status"], ..OKTA },
    ..Dialect::BARE
};

/// `okta-id-jag`: an identity assertion for another authorization server, in `access_token`.
///
/// The type is `N_A`: it is not an access token and makes no header.
///
/// ```json
/// {"issued_token_type":"urn:ietf:params:oauth:token-type:id-jag","access_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "token_type":"N_A","scope":"chat.read","expires_in":300}
/// ```
///
/// Source: okta/okta-developer-docs, "Exchange token for ID-JAG".
pub static OKTA_ID_JAG: Dialect = Dialect {
    id: "okta-id-jag",
    vendor: "Okta",
    quirks: "an assertion, no access token",
    ..Dialect::STANDARD
};

/// `auth0`: Auth0.
///
/// `scope` is absent when it is the requested one. `mfa_token` in an error response is for the next step.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","id_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "token_type":"Bearer","expires_in":86400}
/// ```
///
/// Source: auth0.com, "Call Your API Using the Authorization Code Flow", "Authenticate with Resource Owner Password
/// Grant and MFA".
pub static AUTH0: Dialect = Dialect {
    id: "auth0",
    vendor: "Auth0",
    quirks: "errors may have a token for the next step",
    ..Dialect::STANDARD
};

/// `gluu-oxauth`: Gluu and Janssen.
///
/// A requesting party token has `upgraded` and `pct`, perhaps null, and no lifetime.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","scope":"openid profile",
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"bearer","expires_in":299}
/// ```
///
/// Source: GluuFederation/oxAuth `TokenRestWebServiceImpl.java`, `UmaTokenResponse.java`.
pub static GLUU_OXAUTH: Dialect =
    Dialect { id: "gluu-oxauth", vendor: "Gluu", quirks: "upgraded and pct of UMA", ..Dialect::STANDARD };

/// `doorkeeper`: Doorkeeper, for Rails.
///
/// With tokens that are used again, `created_at` is the original creation and `expires_in` what is left. A token
/// without `expires_in` does not expire. `state` is echoed in error responses.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":7200,"refresh_token":"EXAMPLE-REFRESH",
///  "scope":"public write","created_at":1767225600}
/// ```
///
/// Source: doorkeeper-gem/doorkeeper `lib/doorkeeper/oauth/token_response.rb`, `error_response.rb`,
/// `models/concerns/expirable.rb`.
pub static DOORKEEPER: Dialect = Dialect {
    id: "doorkeeper",
    vendor: "Doorkeeper",
    quirks: "created_at is the time of the first issue; no expires_in means never",
    issued: &[TimeRule::epoch(paths!["created_at"])],
    never: &[Never::Silence],
    ..Dialect::STANDARD
};

/// `openiddict`: OpenIddict, whose error responses have an `error_uri`.
///
/// ```json
/// {"error":"invalid_grant","error_description":"The specified authorization code is invalid.",
///  "error_uri":"https://documentation.openiddict.com/errors/ID2001"}
/// ```
///
/// Source: openiddict/openiddict-core `OpenIddictResources.resx`.
pub static OPENIDDICT: Dialect =
    Dialect { id: "openiddict", vendor: "OpenIddict", quirks: "errors have error_uri", ..Dialect::STANDARD };

/// `cloudfoundry-uaa`: the user account and authentication server of Cloud Foundry.
///
/// `jti`, the token's id, is beside it.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","refresh_token":"EXAMPLE-REFRESH","expires_in":43199,
///  "scope":"openid scim.userids","jti":"11111111-2222-3333-4444-555555555555"}
/// ```
///
/// Source: cloudfoundry/uaa `docs/UAA-Tokens.md`, `docs/UAA-APIs.rst`.
pub static CLOUDFOUNDRY_UAA: Dialect = Dialect {
    id: "cloudfoundry-uaa",
    vendor: "Cloud Foundry",
    quirks: "the token's id beside it",
    ..Dialect::STANDARD
};

/// `cloudfoundry-uaa-check-token`: its `/check_token`, which describes a token and issues none.
///
/// ```json
/// {"jti":"example","aud":["openid"],"scope":["read"],"exp":1767229200,"user_id":"example","client_id":"cf"}
/// ```
///
/// Source: cloudfoundry/uaa `docs/UAA-APIs.rst`.
pub static CLOUDFOUNDRY_UAA_CHECK_TOKEN: Dialect = Dialect {
    id: "cloudfoundry-uaa-check-token",
    vendor: "Cloud Foundry",
    quirks: "describes a token, issues none",
    ..Dialect::BARE
};

/// `sap-xsuaa`: the same server as the SAP Business Technology Platform has it.
///
/// `jti` has no dashes.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":43199,"scope":"uaa.resource xs_user.read",
///  "jti":"11111111222233334444555555555555"}
/// ```
///
/// Source: SAP-docs/btp-cloud-platform, "Getting an Application Access Token".
pub static SAP_XSUAA: Dialect =
    Dialect { id: "sap-xsuaa", vendor: "SAP", quirks: "the token's id beside it", ..Dialect::STANDARD };

/// `casdoor`: Casdoor.
///
/// All six members are always there, perhaps empty. The ID token repeats the access token.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","id_token":"EXAMPLE.EXAMPLE.EXAMPLE","refresh_token":"",
///  "token_type":"Bearer","expires_in":604800,"scope":"read"}
/// ```
///
/// Source: casdoor/casdoor `object/token_oauth_util.go` (TokenWrapper, TokenError).
pub static CASDOOR: Dialect = Dialect {
    id: "casdoor",
    vendor: "Casdoor",
    quirks: "every member is always present; the ID token is the access token",
    ..Dialect::STANDARD
};

/// `casdoor-legacy`: Casdoor from June 2021 to June 2022.
///
/// An error response has its text in `access_token`, a lifetime of 0, all else empty, and status 200. The type
/// distinguishes the two: it is always `Bearer` beside a token.
///
/// ```json
/// {"access_token":"error: invalid client_id","id_token":"","refresh_token":"","token_type":"","expires_in":0,
///  "scope":""}
/// ```
///
/// Source: casdoor/casdoor commits 58c7a6022 to f0431701c, issue 611; apache/apisix
/// `apisix/plugins/authz-casdoor.lua`.
pub static CASDOOR_LEGACY: Dialect = Dialect {
    id: "casdoor-legacy",
    vendor: "Casdoor",
    quirks: "the error text is in access_token, without a type and with status 200",
    token_type: paths![],
    success: Some((FieldPath::new("token_type"), &["\"Bearer\""])),
    errors: ErrorShape {
        signs: paths![],
        code: paths![],
        description: paths!["access_token"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `nextcloud-oidc`: the OIDC Identity Provider app of Nextcloud.
///
/// `expires_in` is a string before July 2023. `refresh_expires_in` is left out of a response whose refresh token does
/// not expire.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":900,"refresh_token":"EXAMPLE-REFRESH",
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE","refresh_expires_in":604800}
/// ```
///
/// Source: H2CK/oidc `lib/Controller/OIDCApiController.php`, commit 7c674da5.
pub static NEXTCLOUD_OIDC: Dialect = Dialect {
    id: "nextcloud-oidc",
    vendor: "Nextcloud",
    quirks: "an absent refresh_expires_in means never; expires_in is a string in old versions",
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_expires_in"])],
    refresh_token_never: &[Never::Silence],
    errors: ErrorShape { remedies: &[("expired_client", Remedy::FixClient)], ..ErrorShape::STANDARD },
    ..Dialect::STANDARD
};

/// How Okta says no: by RFC 6749, by codes of its own, or by the state of a transaction.
const OKTA: ErrorShape = ErrorShape {
    signs: paths!["error", "errorCode"],
    code: paths!["error", "errorCode"],
    description: paths!["error_description", "errorSummary"],
    remedies: &[
        ("E0000047", Remedy::Retry),
        ("E0000004", Remedy::Reauthenticate),
        ("E0000011", Remedy::Reauthenticate),
        ("E0000001", Remedy::FixRequest),
        ("E0000003", Remedy::FixRequest),
        ("E0000069", Remedy::Interact),
        ("LOCKED_OUT", Remedy::Interact),
        ("MFA_CHALLENGE", Remedy::Interact),
        ("MFA_ENROLL", Remedy::Interact),
        ("MFA_ENROLL_ACTIVATE", Remedy::Interact),
        ("MFA_REQUIRED", Remedy::Interact),
        ("PASSWORD_EXPIRED", Remedy::Interact),
        ("PASSWORD_RESET", Remedy::Interact),
        ("PASSWORD_WARN", Remedy::Interact),
        ("RECOVERY", Remedy::Interact),
        ("RECOVERY_CHALLENGE", Remedy::Interact),
        ("UNAUTHENTICATED", Remedy::Interact),
    ],
    ..ErrorShape::STANDARD
};
