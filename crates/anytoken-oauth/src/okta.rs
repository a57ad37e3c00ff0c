//! Okta.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `okta-oauth2`: Okta's authorization servers.
///
/// `device_secret`, which native single sign-on asks for, is a secret like a refresh token. An error response can hold
/// `mfa_token`, for the next step, or `interaction_uri`, where to send the user; neither is
/// a token or the URI of the error. An unknown client is reported by `errorCode` and `errorSummary`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":3600,"scope":"openid",
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: okta/okta-developer-docs `guides/implement-grant-type`, `guides/ai-agent-token-exchange`; okta/okta-idx-java
/// issue 500.
pub static OKTA_OAUTH2: Dialect = Dialect::oauth2("okta-oauth2", "Okta", Evidence::Documented)
    .with_quirks("error responses may have a token for the next step, or a URI for the user")
    .errors(&OKTA);

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
pub static OKTA_CORE_API: Dialect = Dialect::bare("okta-core-api", "Okta", Evidence::Documented)
    .with_quirks("error responses only; they have errorCode and errorSummary")
    .errors(&OKTA);

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
pub static OKTA_AUTHN: Dialect = Dialect::bare("okta-authn", "Okta", Evidence::Documented)
    .with_quirks("a session token; status SUCCESS means success; further steps have the HTTP status 200")
    .detected_by(&["_embedded+sessionToken", "stateToken"])
    .access_token(paths!["sessionToken"])
    .subject(paths!["_embedded/user/id"])
    .expires_at(&[TimeRule::rfc3339(paths!["expiresAt"])])
    .ok_when("status", &["\"SUCCESS\""])
    .errors(&OKTA.code(paths!["errorCode", "status"]));

/// `okta-auth-js`: the tokens that Okta's JavaScript client stores.
///
/// `expiresAt` of the refresh token repeats that of the access token, and is not its own.
///
/// ```json
/// {"accessToken":{"accessToken":"EXAMPLE-ACCESS","expiresAt":1767229200,"tokenType":"Bearer","scopes":["openid"]},
///  "refreshToken":{"refreshToken":"EXAMPLE-REFRESH","expiresAt":1767229200,"scopes":["openid"]},
///  "idToken":{"idToken":"EXAMPLE.EXAMPLE.EXAMPLE","expiresAt":1767229200,"scopes":["openid"]}}
/// ```
///
/// Source: recorded from @okta/okta-auth-js 8.0.1.
pub static OKTA_AUTH_JS: Dialect = Dialect::bare("okta-auth-js", "Okta", Evidence::Recorded)
    .with_quirks(
        "each token is an object; the refresh token's expiry is that of the access token, and not decoded",
    )
    .detected_by(&["accessToken/authorizeUrl+accessToken/userinfoUrl"])
    .access_token(paths!["accessToken/accessToken"])
    .refresh_token(paths!["refreshToken/refreshToken"])
    .id_token(paths!["idToken/idToken"])
    .token_type(paths!["accessToken/tokenType"])
    .scopes(paths!["accessToken/scopes"])
    .expires_at(&[TimeRule::epoch(paths!["accessToken/expiresAt"])]);

/// `okta-id-jag`: an identity assertion for another authorization server, in `access_token`.
///
/// An IETF draft defines it, which the enterprise authorization of MCP uses too.
///
/// The type is `N_A`: it is not an access token and makes no header.
///
/// ```json
/// {"issued_token_type":"urn:ietf:params:oauth:token-type:id-jag","access_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "token_type":"N_A","scope":"chat.read","expires_in":300}
/// ```
///
/// Source: draft-ietf-oauth-identity-assertion-authz-grant, "Token Exchange"; okta/okta-developer-docs, "Exchange token
/// for ID-JAG".
pub static OKTA_ID_JAG: Dialect = Dialect::oauth2("okta-id-jag", "IETF, Okta", Evidence::Documented)
    .with_quirks("access_token is an assertion for another server, not an access token");

/// Okta's error responses: those of RFC 6749, codes of its own, or the state of a transaction.
const OKTA: ErrorShape = ErrorShape::RFC6749.error_when(paths!["errorCode"]).remedies(&[
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
]);
