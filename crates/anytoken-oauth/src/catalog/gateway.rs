//! API gateways.

use anytoken_core::dialect::{Dialect, ErrorShape, Never, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[&KONG_OAUTH2, &TYK_OAUTH2, &APIGEE, &GRAVITEE_AM];

/// `kong-oauth2`: Kong's OAuth 2.0 plugin.
///
/// Members come in any order, without a scope; `state` is echoed. With a `token_expiration` of 0 neither
/// `expires_in` nor a refresh token is sent, and the token does not expire.
///
/// ```json
/// {"expires_in":7200,"token_type":"bearer","refresh_token":"EXAMPLE-REFRESH","access_token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: Kong/kong `kong/plugins/oauth2/access.lua`, `schema.lua`.
pub static KONG_OAUTH2: Dialect = Dialect {
    id: "kong-oauth2",
    vendor: "Kong",
    quirks: "no scope; no expires_in means never",
    never: &[Never::Silence],
    errors: ErrorShape {
        remedies: &[
            ("invalid_provision_key", Remedy::FixClient),
            ("invalid_authenticated_userid", Remedy::FixRequest),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `tyk-oauth2`: Tyk's gateway.
///
/// `redirect_to` repeats the token in the fragment of a URL; it is kept.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3600,"refresh_token":"EXAMPLE-REFRESH","token_type":"bearer",
///  "redirect_to":"https://example.com/cb#access_token=EXAMPLE-ACCESS"}
/// ```
///
/// Source: TykTechnologies/tyk `gateway/oauth_manager_test.go`; TykTechnologies/tyk-docs
/// `api-management/authentication/oauth-2.mdx`.
pub static TYK_OAUTH2: Dialect = Dialect {
    id: "tyk-oauth2",
    vendor: "Tyk",
    quirks: "the token is repeated in redirect_to",
    ..Dialect::STANDARD
};

/// `apigee`: the OAuthV2 policy of Google's Apigee.
///
/// Every value is a string: lifetimes in seconds, where `"0"` means unknown, `issued_at` in milliseconds, and
/// `api_product_list`, which looks like an array. `BearerToken` means Bearer. An error response has `ErrorCode` and
/// `Error`, or is a `fault`.
///
/// ```json
/// {"issued_at":"1767225600000","scope":"READ","status":"approved","api_product_list":"[Example]",
///  "expires_in":"1799","token_type":"BearerToken","client_id":"example","access_token":"EXAMPLE-ACCESS",
///  "refresh_token":"EXAMPLE-REFRESH","refresh_token_expires_in":"86399","refresh_count":"0"}
/// ```
///
/// Source: Apigee documentation, "Get access tokens", "OAuth HTTP error response reference", "OAuthV2 policy";
/// apigee/api-platform-samples `sample-proxies/oauth-client-credentials/README.md`.
pub static APIGEE: Dialect = Dialect {
    id: "apigee",
    vendor: "Google",
    quirks: "every value a string; a lifetime of 0 means unknown; issued_at in ms; BearerToken",
    signature: &["api_product_list", "developer.email"],
    client_id: paths!["client_id"],
    issued: &[TimeRule::epoch_milliseconds(paths!["issued_at"]).text()],
    expires: &[TimeRule::seconds(paths!["expires_in"]).text().silent(&["0"])],
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"]).text()],
    bearer_words: &["BearerToken"],
    errors: ErrorShape {
        signs: paths!["error", "ErrorCode", "Error", "fault"],
        code: paths!["ErrorCode", "fault/detail/errorcode", "error"],
        description: paths!["Error", "fault/faultstring", "error_description"],
        remedies: &[
            ("oauth.v2.InvalidClientIdentifier", Remedy::FixClient),
            ("keymanagement.service.access_token_expired", Remedy::Reauthenticate),
            ("keymanagement.service.invalid_access_token", Remedy::Reauthenticate),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `gravitee-am`: Gravitee.io Access Management.
///
/// `upgraded` (UMA) and the members that a policy adds are beside the token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":7199,"scope":"read","upgraded":true}
/// ```
///
/// Source: gravitee-io/graviteeio-access-management `oauth2/service/token/Token.java`.
pub static GRAVITEE_AM: Dialect = Dialect {
    id: "gravitee-am",
    vendor: "Gravitee.io",
    quirks: "further members by policy",
    ..Dialect::STANDARD
};
