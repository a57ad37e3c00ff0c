//! Authorization servers that one runs oneself.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, TimeRule, Wire, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[
    &AUTHELIA,
    &AUTHENTIK,
    &CAS_OAUTH,
    &CAS_OAUTH_LEGACY,
    &DEX,
    &DJANGO_OAUTH_TOOLKIT,
    &DUENDE_IDENTITYSERVER,
    &GLEWLWYD,
    &LEAONLINE_OAUTH2_SERVER,
    &LOGTO,
    &NODE_OIDC_PROVIDER,
    &SPRING_AUTHORIZATION_SERVER,
    &SUPERTOKENS_CORE,
    &WSO2_APIM,
    &ZITADEL,
];

/// `authelia`: Authelia, which builds on Ory's library.
///
/// Names come in alphabetical order, and the type is `bearer`. Tokens begin with `authelia_at_` and `authelia_rt_`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3599,"scope":"authelia.bearer.authz","token_type":"bearer"}
/// ```
///
/// Source: authelia/authelia `oauth-2.0-bearer-token-usage.md`, `internal/oidc/util.go`.
pub static AUTHELIA: Dialect = Dialect { id: "authelia", vendor: "Authelia", ..Dialect::STANDARD };

/// `authentik`: authentik, some of whose codes are words with spaces.
///
/// ```json
/// {"error":"invalid_grant","error_description":"The provided authorization grant is invalid."}
/// ```
///
/// Source: goauthentik/authentik `authentik/providers/oauth2/errors.py`.
pub static AUTHENTIK: Dialect = Dialect {
    id: "authentik",
    vendor: "authentik",
    quirks: "some codes have spaces",
    errors: ErrorShape {
        remedies: &[("Client ID Error", Remedy::FixClient), ("Redirect URI Error", Remedy::FixRequest)],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `cas-oauth`: Apereo CAS since it answers in JSON.
///
/// Version 5.0 says 7200 regardless of the configured lifetime.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":7200,"refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: apereo/cas issue 2644.
pub static CAS_OAUTH: Dialect = Dialect { id: "cas-oauth", vendor: "Apereo", ..Dialect::STANDARD };

/// `cas-oauth-legacy`: Apereo CAS before that.
///
/// A form, as plain text. The lifetime is in `expires`; there is no type.
///
/// ```text
/// access_token=EXAMPLE-ACCESS&expires=7200
/// ```
///
/// Source: apereo/cas pull request 173; pac4j/pac4j `CasOAuthWrapperApi20.java`; the name `expires` from memory.
pub static CAS_OAUTH_LEGACY: Dialect = Dialect {
    id: "cas-oauth-legacy",
    vendor: "Apereo",
    quirks: "a form as plain text; the lifetime is in expires",
    wire: Wire::Form,
    expires: &[TimeRule::seconds(paths!["expires"]).text()],
    ..Dialect::STANDARD
};

/// `dex`: Dex.
///
/// No scope; a lifetime of 0 is left out. After a token exchange `access_token` holds what `issued_token_type` says,
/// which may be an ID token.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"bearer","expires_in":86399,
///  "refresh_token":"EXAMPLE-REFRESH","id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: dexidp/dex `server/tokens/authorization.go`, `server/grants/tokenexchange.go`.
pub static DEX: Dialect = Dialect {
    id: "dex",
    vendor: "Dex",
    quirks: "no scope; a lifetime of 0 is left out",
    ..Dialect::STANDARD
};

/// `django-oauth-toolkit`: Django OAuth Toolkit, whose error responses may be a code alone.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":36000,"token_type":"Bearer","scope":"read write",
///  "refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: jazzband/django-oauth-toolkit `docs/getting_started.rst`.
pub static DJANGO_OAUTH_TOOLKIT: Dialect =
    Dialect { id: "django-oauth-toolkit", vendor: "Jazzband", ..Dialect::STANDARD };

/// `duende-identityserver`: Duende IdentityServer, which lets its host add members.
///
/// ```json
/// {"id_token":"EXAMPLE.EXAMPLE.EXAMPLE","access_token":"EXAMPLE.EXAMPLE.EXAMPLE","expires_in":3600,
///  "token_type":"Bearer","refresh_token":"EXAMPLE-REFRESH","scope":"openid profile","example_tenant":"one"}
/// ```
///
/// Source: DuendeSoftware/products `TokenResult.cs`.
pub static DUENDE_IDENTITYSERVER: Dialect = Dialect {
    id: "duende-identityserver",
    vendor: "Duende",
    quirks: "any members beside the token",
    ..Dialect::STANDARD
};

/// `glewlwyd`: Glewlwyd, which states the time of issue in `iat`.
///
/// ```json
/// {"token_type":"bearer","access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","iat":1767225600,
///  "expires_in":3600,"scope":"scope1 scope2"}
/// ```
///
/// Source: babelouest/glewlwyd `src/plugin/protocol_oauth2.c`.
pub static GLEWLWYD: Dialect = Dialect {
    id: "glewlwyd",
    vendor: "Glewlwyd",
    quirks: "iat in the response",
    issued: &[TimeRule::epoch(paths!["iat"])],
    ..Dialect::STANDARD
};

/// `leaonline-oauth2-server`: the OAuth server for Meteor.
///
/// `expires_in` is the instant of expiry in ISO 8601; a number there is a lifetime all the same. Every error response
/// has the code `unauthorized_client`, for every reason: it does not say what to do.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":"2026-01-01T01:00:00.000Z",
///  "refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: leaonline/oauth2-server `lib/oauth.js`, `OAUTH2_SPEC_ISSUES.md`, issue 3, pull request 29.
pub static LEAONLINE_OAUTH2_SERVER: Dialect = Dialect {
    id: "leaonline-oauth2-server",
    vendor: "leaonline",
    quirks: "expires_in is an instant; one code for all errors",
    errors: ErrorShape { remedies: &[("unauthorized_client", Remedy::Unknown)], ..ErrorShape::STANDARD },
    ..Dialect::STANDARD
};

/// `logto`: Logto.
///
/// Its clients expect no type, though the server, which builds on node-oidc-provider, sends one. An error response has
/// the standard's members or `code` and `message`, or both; the code then is the standard's with `oidc.` before it.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","id_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "scope":"read register","expires_in":3600}
/// ```
///
/// Source: logto-io/js `fetch-token.test.ts`, `requester.ts`; logto-io/logto `koa-oidc-error-handler.ts`.
pub static LOGTO: Dialect = Dialect {
    id: "logto",
    vendor: "Logto",
    quirks: "no token_type; errors with code and message",
    errors: ErrorShape {
        signs: paths!["error", "code"],
        code: paths!["error", "code"],
        description: paths!["error_description", "data/error_description", "message"],
        remedies: &[
            ("oidc.invalid_grant", Remedy::Reauthenticate),
            ("oidc.invalid_token", Remedy::Reauthenticate),
            ("session.not_found", Remedy::Reauthenticate),
            ("oidc.invalid_redirect_uri", Remedy::FixRequest),
            ("oidc.invalid_scope", Remedy::FixRequest),
            ("oidc.invalid_target", Remedy::FixRequest),
            ("oidc.unsupported_grant_type", Remedy::FixRequest),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `node-oidc-provider`: the provider for Node.js.
///
/// `authorization_details` is kept. An error response may repeat `scope` and `state` of the request, which are no
/// grant, and is a page of HTML if the client prefers it.
///
/// ```json
/// {"error":"invalid_scope","error_description":"requested scope is not allowed","scope":"example","state":"example"}
/// ```
///
/// Source: panva/node-oidc-provider `lib/helpers/grant_common.js`, `lib/helpers/err_out.js`.
pub static NODE_OIDC_PROVIDER: Dialect = Dialect {
    id: "node-oidc-provider",
    vendor: "panva",
    quirks: "errors may repeat scope and state",
    ..Dialect::STANDARD
};

/// `spring-authorization-server`: Spring Authorization Server.
///
/// `expires_in` is a string in its versions 0.1. `error_uri` names the section of the RFC.
///
/// ```json
/// {"error_description":"Client authentication failed: client_id","error":"invalid_client",
///  "error_uri":"https://datatracker.ietf.org/doc/html/rfc6749#section-3.2.1"}
/// ```
///
/// Source: spring-projects/spring-authorization-server `ClientSecretAuthenticationProvider.java`, issue 281.
pub static SPRING_AUTHORIZATION_SERVER: Dialect = Dialect {
    id: "spring-authorization-server",
    vendor: "Spring",
    quirks: "expires_in a string in old versions; errors have error_uri",
    ..Dialect::STANDARD
};

/// `supertokens-core`: a session of the SuperTokens core.
///
/// Both tokens are objects with times in milliseconds. `status` is `OK` or the code of an error response, which comes
/// with status 200.
///
/// ```json
/// {"session":{"handle":"example","userId":"example-user","tenantId":"public"},
///  "accessToken":{"token":"EXAMPLE-ACCESS","expiry":1767229200000,"createdTime":1767225600000},
///  "refreshToken":{"token":"EXAMPLE-REFRESH","expiry":1775865600000,"createdTime":1767225600000},"status":"OK"}
/// ```
///
/// Source: supertokens/supertokens-core `SessionInformationHolder.java`, `TokenInfo.java`, `SessionAPI.java`,
/// `RefreshSessionAPI.java`.
pub static SUPERTOKENS_CORE: Dialect = Dialect {
    id: "supertokens-core",
    vendor: "SuperTokens",
    quirks: "tokens are objects, times in milliseconds; status is the flag, with status 200",
    signature: &["antiCsrfToken", "idRefreshToken"],
    access_token: paths!["accessToken/token"],
    refresh_token: paths!["refreshToken/token"],
    subject: paths!["session/userId"],
    issued: &[TimeRule::epoch_milliseconds(paths!["accessToken/createdTime"])],
    expires: &[TimeRule::epoch_milliseconds(paths!["accessToken/expiry"])],
    refresh_token_expires: &[TimeRule::epoch_milliseconds(paths!["refreshToken/expiry"])],
    success: Some((FieldPath::new("status"), &["\"OK\""])),
    errors: ErrorShape {
        code: paths!["status"],
        description: paths!["message"],
        remedies: &[
            ("TOKEN_THEFT_DETECTED", Remedy::Reauthenticate),
            ("UNAUTHORISED", Remedy::Reauthenticate),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `wso2-apim`: WSO2 API Manager and Identity Server.
///
/// `default` and `am_application_scope` are scopes that it adds to every token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","scope":"am_application_scope default","token_type":"Bearer","expires_in":3600}
/// ```
///
/// Source: api.payments.jackhenry.com, "AuthenticationResponse"; error responses from memory.
pub static WSO2_APIM: Dialect = Dialect { id: "wso2-apim", vendor: "WSO2", ..Dialect::STANDARD };

/// `zitadel`: ZITADEL.
///
/// `state` may be beside the token, `state` and `session_state` in an error response. A lifetime of 0 is left out, and
/// mostly the scope.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","refresh_token":"EXAMPLE-REFRESH","expires_in":43199,
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE","state":"example"}
/// ```
///
/// Source: zitadel/oidc `pkg/oidc/token.go`, `pkg/oidc/error.go`.
pub static ZITADEL: Dialect = Dialect {
    id: "zitadel",
    vendor: "ZITADEL",
    quirks: "state beside the token; a lifetime of 0 is left out",
    ..Dialect::STANDARD
};
