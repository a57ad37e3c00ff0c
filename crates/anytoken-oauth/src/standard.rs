//! The formats of the standards.

use anytoken_core::dialect::{
    Authorization, Dialect, ErrorShape, Evidence, FieldPaths, Place, Special, TimeRule, Wire, paths,
};
use anytoken_core::{Remedy, TokenTypeKind};

/// `oauth2`: the generic format; see [`Dialect::OAUTH2`].
pub static OAUTH2: Dialect = Dialect::OAUTH2;

/// `rfc6749`: the token endpoint of RFC 6749 §5.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"example","expires_in":3600,"refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: RFC 6749 §4.2.2, §5.1, §5.2; recorded from Authlib 1.9.10.
pub static RFC6749: Dialect =
    Dialect::oauth2("rfc6749", "IETF", Evidence::Recorded).with_quirks("follows RFC 6749");

/// `rfc8628-device`: the token endpoint during a device authorization.
///
/// `authorization_pending` and `slow_down` are error responses that ask the client to keep polling.
///
/// ```json
/// {"error":"authorization_pending"}
/// ```
///
/// Source: RFC 8628 §3.5; recorded from oidc-provider 9.13.3 and Authlib 1.9.10.
pub static RFC8628_DEVICE: Dialect = Dialect::oauth2("rfc8628-device", "IETF", Evidence::Recorded)
    .with_quirks("some error codes ask the client to keep polling");

/// `rfc8693-token-exchange`: a token exchange.
///
/// `issued_token_type` says what kind of token `access_token` holds. The token type is `N_A` if it is no access token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","issued_token_type":"urn:ietf:params:oauth:token-type:access_token",
///  "token_type":"Bearer","expires_in":60}
/// ```
///
/// Source: RFC 8693 §2.2.1.
pub static RFC8693_TOKEN_EXCHANGE: Dialect =
    Dialect::oauth2("rfc8693-token-exchange", "IETF", Evidence::Documented)
        .with_quirks("token_type N_A means that the token is no access token");

/// `rfc9126-par`: pushed authorization requests, whose success is not a token.
///
/// ```json
/// {"error":"invalid_request","error_description":"The redirect_uri is not valid for the given client"}
/// ```
///
/// Source: RFC 9126 §2.3; recorded from oidc-provider 9.13.3.
pub static RFC9126_PAR: Dialect = Dialect::bare("rfc9126-par", "IETF", Evidence::Recorded)
    .with_quirks("error responses only; a success is a request_uri, not a token");

/// `rfc9396-rar`: a token of a rich authorization request.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"example","expires_in":3600,
///  "authorization_details":[{"type":"payment_initiation","actions":["initiate"]}]}
/// ```
///
/// Source: RFC 9396 §7; recorded from oidc-provider 9.13.3.
pub static RFC9396_RAR: Dialect = Dialect::oauth2("rfc9396-rar", "IETF", Evidence::Recorded)
    .with_quirks("authorization_details beside the token");

/// `rfc9449-dpop`: tokens bound to a key by a proof.
///
/// `use_dpop_nonce` asks for another try with the nonce of the header `DPoP-Nonce`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"DPoP","expires_in":2677,"refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: RFC 9449 §5, §8; recorded from oidc-provider 9.13.3.
pub static RFC9449_DPOP: Dialect = Dialect::oauth2("rfc9449-dpop", "IETF", Evidence::Recorded)
    .with_quirks("the token type is DPoP; use_dpop_nonce asks for another try");

/// `oauth-first-party-apps`: the authorization challenge of first-party applications, an IETF draft.
///
/// `auth_session` in an error response is for the next step. A success at the challenge endpoint is an
/// `authorization_code`, not a token.
///
/// ```json
/// {"error":"insufficient_authorization","auth_session":"EXAMPLE-SESSION"}
/// ```
///
/// Source: draft-ietf-oauth-first-party-apps, "Authorization Challenge Response", "Token Endpoint Successful Response".
pub static OAUTH_FIRST_PARTY_APPS: Dialect =
    Dialect::oauth2("oauth-first-party-apps", "IETF", Evidence::Documented)
        .with_quirks("an error response may ask for a further step, with auth_session")
        .detected_by(&["auth_session"])
        .errors(&ErrorShape::RFC6749.remedies(&[("invalid_session", Remedy::Reauthenticate)]));

/// `oauth-attestation`: attestation-based client authentication, an IETF draft.
///
/// `use_attestation_challenge` asks for another try with the challenge of the header
/// `OAuth-Client-Attestation-Challenge`.
///
/// ```json
/// {"error":"use_attestation_challenge","error_description":"example"}
/// ```
///
/// Source: draft-ietf-oauth-attestation-based-client-auth, "Errors".
pub static OAUTH_ATTESTATION: Dialect = Dialect::oauth2("oauth-attestation", "IETF", Evidence::Documented)
    .with_quirks("some error codes ask for another try, with a challenge or a fresh attestation")
    .errors(&ErrorShape::RFC6749.remedies(&[("use_fresh_attestation", Remedy::Retry)]));

/// `rfc7662-introspection`: introspection, which describes a token and issues none.
///
/// ```json
/// {"active":true,"client_id":"example","scope":"read write","exp":1767229200}
/// ```
///
/// Source: RFC 7662 §2.2; recorded from oidc-provider 9.13.3.
pub static RFC7662_INTROSPECTION: Dialect =
    Dialect::bare("rfc7662-introspection", "IETF", Evidence::Recorded)
        .with_quirks("describes a token and issues none");

/// `oauth2-mac`: MAC tokens of an IETF draft.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"mac","expires_in":3600,"kid":"example","mac_key":"EXAMPLE-KEY",
///  "mac_algorithm":"hmac-sha-256"}
/// ```
///
/// Source: draft-ietf-oauth-v2-http-mac.
pub static OAUTH2_MAC: Dialect = Dialect::oauth2("oauth2-mac", "IETF", Evidence::Documented)
    .with_quirks("a second secret, mac_key, signs each request");

/// `openid-ciba`: client-initiated backchannel authentication.
///
/// In push mode the provider posts the token to the client, with `auth_req_id` beside it.
///
/// ```json
/// {"auth_req_id":"example","access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":120,
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: OpenID Connect CIBA Core 1.0 §10.3.1, §11; recorded from oidc-provider 9.13.3.
pub static OPENID_CIBA: Dialect = Dialect::oauth2("openid-ciba", "OpenID Foundation", Evidence::Recorded)
    .with_quirks("the provider may push the token to the client")
    .detected_by(&["auth_req_id"]);

/// `openid4vci`: issuance of verifiable credentials.
///
/// In the drafts `c_nonce` has a lifetime, which is not that of the token. The responses of the nonce endpoint and of a
/// deferred issuance have no token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":86400,"c_nonce":"EXAMPLE-NONCE",
///  "c_nonce_expires_in":86400}
/// ```
///
/// Source: openid/OpenID4VCI `openid-4-verifiable-credential-issuance-1_0.md` and its drafts; recorded from oidc-provider
/// 9.13.3.
pub static OPENID4VCI: Dialect = Dialect::oauth2("openid4vci", "OpenID Foundation", Evidence::Recorded)
    .with_quirks("c_nonce has a lifetime of its own")
    .detected_by(&["c_nonce", "c_nonce_expires_in"]);

/// `uma2-rpt`: requesting party tokens.
///
/// `pct` is a second token. `request_submitted` asks the client to keep polling, `need_info` asks the party to act.
///
/// ```json
/// {"error":"need_info","ticket":"EXAMPLE-TICKET","required_claims":[{"name":"email"}]}
/// ```
///
/// Source: UMA 2.0 Grant for OAuth 2.0 Authorization §3.3.5, §3.3.6.
pub static UMA2_RPT: Dialect = Dialect::oauth2("uma2-rpt", "Kantara", Evidence::Documented)
    .with_quirks("error responses have a ticket for the next try")
    .detected_by(&["required_claims"]);

/// `gnap`: a grant response of the Grant Negotiation and Authorization Protocol.
///
/// An array has labelled tokens, the first of which is the primary one. A token without the flag `bearer` is bound to
/// the client's key. `manage` and `continue` hold tokens for other uses, and `continue` may be beside an error
/// response.
///
/// ```json
/// {"access_token":{"value":"EXAMPLE-ACCESS","flags":["bearer"],"expires_in":3600,"access":["finance","medical"]},
///  "subject":{"sub_ids":[{"format":"opaque","id":"EXAMPLE"}]}}
/// ```
///
/// Source: RFC 9635 §3, §3.2.1, §3.2.2, §3.4, §3.6, §7.2.
pub static GNAP: Dialect = Dialect::bare("gnap", "IETF", Evidence::Documented)
    .with_quirks("access_token is an object or an array of objects; bearer is a flag")
    .detected_by(&[
        "continue",
        "access_token/manage+access_token/value",
        "access_token/flags+access_token/value",
    ])
    .related(&[Place::BARE
        .envelope("access_token/*")
        .access_token(paths!["value"])
        .token_type(paths!["flags/0", "flags/1", "flags/2"])
        .token_type_aliases(&[("bearer", TokenTypeKind::Bearer)])
        .ignore_other_token_types()
        .scopes(paths!["access"])
        .subject(GNAP_SUBJECT)
        .expires_at(&[TimeRule::seconds(paths!["expires_in"])])
        .authorization(Authorization::None)])
    .access_token(paths!["access_token/value"])
    .token_type(paths!["access_token/flags/0", "access_token/flags/1", "access_token/flags/2"])
    .token_type_aliases(&[("bearer", TokenTypeKind::Bearer)])
    .ignore_other_token_types()
    .scopes(paths!["access_token/access"])
    .subject(GNAP_SUBJECT)
    .expires_at(&[TimeRule::seconds(paths!["access_token/expires_in"])])
    .authorization(Authorization::None)
    .errors(&ErrorShape::RFC6749.retry_after(paths!["continue/wait"]).remedies(&[
        ("too_fast", Remedy::SlowDown),
        ("invalid_continuation", Remedy::Reauthenticate),
        ("invalid_flag", Remedy::FixRequest),
        ("invalid_rotation", Remedy::FixRequest),
        ("key_rotation_not_supported", Remedy::FixRequest),
    ]));

/// `oauth1`: the temporary and the token credentials of OAuth 1.0.
///
/// `oauth_token_secret` is the second secret.
///
/// ```text
/// oauth_token=EXAMPLE-TOKEN&oauth_token_secret=EXAMPLE-SECRET
/// ```
///
/// Source: RFC 5849 §1.2, §2.1, §2.3; the OAuth Problem Reporting extension; recorded from Authlib 1.9.10.
pub static OAUTH1: Dialect = Dialect::bare("oauth1", "IETF", Evidence::Recorded)
    .with_quirks("a form; a second secret signs each request")
    .wire(Wire::Form)
    .access_token(paths!["oauth_token"])
    .authorization(Authorization::None)
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("token_expired", Remedy::Reauthenticate),
        ("token_rejected", Remedy::Reauthenticate),
        ("token_revoked", Remedy::Reauthenticate),
        ("token_used", Remedy::Reauthenticate),
        ("verifier_invalid", Remedy::Reauthenticate),
        ("consumer_key_unknown", Remedy::FixClient),
        ("consumer_key_rejected", Remedy::FixClient),
        // The key is unacceptable for a while, for example after too many calls.
        ("consumer_key_refused", Remedy::Retry),
        ("signature_invalid", Remedy::FixRequest),
        ("signature_method_rejected", Remedy::FixRequest),
        ("version_rejected", Remedy::FixRequest),
        ("parameter_absent", Remedy::FixRequest),
        ("parameter_rejected", Remedy::FixRequest),
        ("timestamp_refused", Remedy::FixRequest),
        ("nonce_used", Remedy::FixRequest),
        ("additional_authorization_required", Remedy::Interact),
        ("permission_denied", Remedy::Interact),
        ("permission_unknown", Remedy::Interact),
    ]));

/// `oauth1-session`: OAuth 1.0 with the session extension.
///
/// LinkedIn sends a lifetime of 0.
///
/// ```text
/// oauth_token=EXAMPLE-TOKEN&oauth_token_secret=EXAMPLE-SECRET&oauth_expires_in=3600&oauth_session_handle=EXAMPLE
/// ```
///
/// Source: the OAuth Session extension as Yahoo and Xero use it; GNOME Online Accounts.
pub static OAUTH1_SESSION: Dialect = Dialect::like(&OAUTH1, "oauth1-session", Evidence::Documented)
    .by("Yahoo, Xero")
    .with_quirks("a form; the session handle is the refresh token; a lifetime of 0 means unknown")
    .refresh_token(paths!["oauth_session_handle"])
    .subject(paths!["xoauth_yahoo_guid"])
    .expires_at(&[TimeRule::seconds(paths!["oauth_expires_in"]).text().when(&[("0", Special::Unknown)])])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["oauth_authorization_expires_in"]).text()]);

/// The subject: the first identifier that has an `id`.
const GNAP_SUBJECT: FieldPaths =
    paths!["/subject/sub_ids/0/id", "/subject/sub_ids/1/id", "/subject/sub_ids/2/id"];
