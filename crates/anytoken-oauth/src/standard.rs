//! The formats of the standards.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPaths, TimeRule, Wire, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[
    &OAUTH2,
    &RFC6749,
    &RFC8628_DEVICE,
    &RFC8693_TOKEN_EXCHANGE,
    &RFC9126_PAR,
    &RFC9396_RAR,
    &RFC9449_DPOP,
    &RFC7662_INTROSPECTION,
    &OAUTH2_MAC,
    &OPENID_CIBA,
    &OPENID4VCI,
    &UMA2_RPT,
    &GNAP,
    &OAUTH1,
    &OAUTH1_SESSION,
];

/// `oauth2`: the generic format; see [`Dialect::OAUTH2`].
pub static OAUTH2: Dialect = Dialect::OAUTH2;

/// `rfc6749`: the token endpoint of RFC 6749 §5.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"example","expires_in":3600,"refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: RFC 6749 §4.2.2, §5.1, §5.2.
pub static RFC6749: Dialect = Dialect { id: "rfc6749", ..Dialect::STANDARD };

/// `rfc8628-device`: the token endpoint during a device authorization.
///
/// `authorization_pending` and `slow_down` are error responses that mean: keep polling.
///
/// ```json
/// {"error":"authorization_pending"}
/// ```
///
/// Source: RFC 8628 §3.5.
pub static RFC8628_DEVICE: Dialect =
    Dialect { id: "rfc8628-device", quirks: "some error codes mean: keep polling", ..Dialect::STANDARD };

/// `rfc8693-token-exchange`: token exchange.
///
/// `access_token` may hold another kind of token, then with the type `N_A`; `issued_token_type` is kept.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","issued_token_type":"urn:ietf:params:oauth:token-type:access_token",
///  "token_type":"Bearer","expires_in":60}
/// ```
///
/// Source: RFC 8693 §2.2.1.
pub static RFC8693_TOKEN_EXCHANGE: Dialect = Dialect {
    id: "rfc8693-token-exchange",
    quirks: "token_type N_A means no access token",
    ..Dialect::STANDARD
};

/// `rfc9126-par`: pushed authorization requests, whose success is not a token.
///
/// ```json
/// {"error":"invalid_request","error_description":"The redirect_uri is not valid for the given client"}
/// ```
///
/// Source: RFC 9126 §2.3.
pub static RFC9126_PAR: Dialect =
    Dialect { id: "rfc9126-par", quirks: "error responses only; success is a request_uri", ..Dialect::BARE };

/// `rfc9396-rar`: rich authorization requests; `authorization_details` is kept.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"example","expires_in":3600,
///  "authorization_details":[{"type":"payment_initiation","actions":["initiate"]}]}
/// ```
///
/// Source: RFC 9396 §7.
pub static RFC9396_RAR: Dialect =
    Dialect { id: "rfc9396-rar", quirks: "authorization_details beside the token", ..Dialect::STANDARD };

/// `rfc9449-dpop`: tokens bound to a key by a proof.
///
/// `use_dpop_nonce` asks for another try, with the nonce of the `DPoP-Nonce` header.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"DPoP","expires_in":2677,"refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: RFC 9449 §5, §8.
pub static RFC9449_DPOP: Dialect = Dialect {
    id: "rfc9449-dpop",
    quirks: "the type is DPoP; use_dpop_nonce means retry",
    ..Dialect::STANDARD
};

/// `rfc7662-introspection`: introspection, which describes a token and issues none.
///
/// ```json
/// {"active":true,"client_id":"example","scope":"read write","exp":1767229200}
/// ```
///
/// Source: RFC 7662 §2.2.
pub static RFC7662_INTROSPECTION: Dialect =
    Dialect { id: "rfc7662-introspection", quirks: "describes a token, issues none", ..Dialect::BARE };

/// `oauth2-mac`: the draft of MAC tokens.
///
/// A second secret, `mac_key`, is needed to use the token; it is kept.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"mac","expires_in":3600,"kid":"example","mac_key":"EXAMPLE-KEY",
///  "mac_algorithm":"hmac-sha-256"}
/// ```
///
/// Source: draft-ietf-oauth-v2-http-mac.
pub static OAUTH2_MAC: Dialect =
    Dialect { id: "oauth2-mac", quirks: "a second secret, mac_key, signs each request", ..Dialect::STANDARD };

/// `openid-ciba`: client-initiated backchannel authentication.
///
/// In push mode the token arrives as a request that the provider posts, with `auth_req_id` beside it.
///
/// ```json
/// {"auth_req_id":"example","access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":120,
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: OpenID Connect CIBA Core 1.0 §10.3.1, §11.
pub static OPENID_CIBA: Dialect = Dialect {
    id: "openid-ciba",
    vendor: "OpenID Foundation",
    quirks: "pushed to the client as a request",
    signature: &["auth_req_id"],
    ..Dialect::STANDARD
};

/// `openid4vci`: issuance of verifiable credentials.
///
/// The lifetime of `c_nonce`, in the drafts, is not that of the token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":86400,"c_nonce":"EXAMPLE-NONCE",
///  "c_nonce_expires_in":86400}
/// ```
///
/// Source: openid/OpenID4VCI `openid-4-verifiable-credential-issuance-1_0.md` and its drafts.
pub static OPENID4VCI: Dialect = Dialect {
    id: "openid4vci",
    vendor: "OpenID Foundation",
    quirks: "c_nonce has its own lifetime",
    signature: &["c_nonce", "c_nonce_expires_in"],
    ..Dialect::STANDARD
};

/// `uma2-rpt`: requesting party tokens.
///
/// `pct` is a second token and is kept. `request_submitted` means: keep polling; `need_info`: let the party act.
///
/// ```json
/// {"error":"need_info","ticket":"EXAMPLE-TICKET","required_claims":[{"name":"email"}]}
/// ```
///
/// Source: UMA 2.0 Grant for OAuth 2.0 Authorization §3.3.5, §3.3.6.
pub static UMA2_RPT: Dialect = Dialect {
    id: "uma2-rpt",
    vendor: "Kantara",
    quirks: "errors have a ticket for the next try",
    signature: &["required_claims"],
    ..Dialect::STANDARD
};

/// `gnap`: a grant response of the Grant Negotiation and Authorization Protocol.
///
/// `access_token` is an object, or an array of labelled ones, the first of which is the token. `bearer` among its flags
/// is its type; without it the token is bound to the client's key and is not sent as Bearer. The token alone makes no
/// header. `manage` and `continue` hold tokens for other uses, `continue` even beside an error response; they are kept.
///
/// ```json
/// {"access_token":{"value":"EXAMPLE-ACCESS","flags":["bearer"],"expires_in":3600,"access":["finance","medical"]},
///  "subject":{"sub_ids":[{"format":"opaque","id":"EXAMPLE"}]}}
/// ```
///
/// Source: RFC 9635 §3, §3.2.1, §3.2.2, §3.4, §3.6, §7.2.
pub static GNAP: Dialect = Dialect {
    id: "gnap",
    quirks: "access_token is an object or an array of them; bearer is a flag",
    signature: &["continue"],
    access_token: paths!["access_token/value"],
    token_type: paths!["access_token/flags/0", "access_token/flags/1", "access_token/flags/2"],
    token_types: &["bearer"],
    scope: paths!["access_token/access"],
    subject: GNAP_SUBJECT,
    expires: &[TimeRule::seconds(paths!["access_token/expires_in"])],
    also: &[Dialect {
        at: "access_token/*",
        access_token: paths!["value"],
        token_type: paths!["flags/0", "flags/1", "flags/2"],
        token_types: &["bearer"],
        scope: paths!["access"],
        subject: GNAP_SUBJECT,
        expires: &[TimeRule::seconds(paths!["expires_in"])],
        scheme: Some(""),
        ..Dialect::BARE
    }],
    scheme: Some(""),
    errors: ErrorShape {
        description: paths!["error/description", "error_description"],
        retry_after: paths!["continue/wait"],
        remedies: &[
            ("too_fast", Remedy::SlowDown),
            ("invalid_continuation", Remedy::Reauthenticate),
            ("invalid_flag", Remedy::FixRequest),
            ("invalid_rotation", Remedy::FixRequest),
            ("key_rotation_not_supported", Remedy::FixRequest),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `oauth1`: the temporary and the token credentials of OAuth 1.0.
///
/// A form. `oauth_token_secret` is a second secret, which signs each request, so the token alone makes no header; it is
/// kept.
///
/// ```text
/// oauth_token=EXAMPLE-TOKEN&oauth_token_secret=EXAMPLE-SECRET
/// ```
///
/// Source: RFC 5849 §1.2, §2.1, §2.3; the OAuth Problem Reporting extension.
pub static OAUTH1: Dialect = Dialect {
    id: "oauth1",
    quirks: "a form; a second secret signs each request",
    wire: Wire::Form,
    access_token: paths!["oauth_token"],
    scheme: Some(""),
    errors: ErrorShape {
        signs: paths!["oauth_problem", "error"],
        code: paths!["oauth_problem", "error"],
        description: paths!["oauth_problem_advice", "error_description"],
        remedies: PROBLEMS,
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `oauth1-session`: OAuth 1.0 with the session extension.
///
/// The session handle is the refresh token. A lifetime of 0 means unknown, as LinkedIn sends it.
///
/// ```text
/// oauth_token=EXAMPLE-TOKEN&oauth_token_secret=EXAMPLE-SECRET&oauth_expires_in=3600&oauth_session_handle=EXAMPLE
/// ```
///
/// Source: the OAuth Session extension as Yahoo and Xero use it; GNOME Online Accounts.
pub static OAUTH1_SESSION: Dialect = Dialect {
    id: "oauth1-session",
    vendor: "Yahoo, Xero",
    quirks: "a form; the session handle is the refresh token; 0 means unknown",
    refresh_token: paths!["oauth_session_handle"],
    subject: paths!["xoauth_yahoo_guid"],
    expires: &[TimeRule::seconds(paths!["oauth_expires_in"]).text().silent(&["0"])],
    refresh_token_expires: &[TimeRule::seconds(paths!["oauth_authorization_expires_in"]).text()],
    ..OAUTH1
};

/// The subject, if the first identifier is not the one with an `id`.
const GNAP_SUBJECT: FieldPaths =
    paths!["/subject/sub_ids/0/id", "/subject/sub_ids/1/id", "/subject/sub_ids/2/id"];

/// Remedies for the problems of OAuth Problem Reporting.
const PROBLEMS: &[(&str, Remedy)] = &[
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
];
