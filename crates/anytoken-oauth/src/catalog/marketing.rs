//! Customers: what is sent to them, sold to them and answered.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, Never, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[
    &HUBSPOT,
    &HUBSPOT_TOKEN_INFO,
    &MAILCHIMP,
    &MARKETO,
    &PARDOT_LEGACY,
    &INTERCOM,
    &GONG,
    &FRONT,
    &ADOBE_IMS,
];

/// `adobe-ims`: Adobe's identity service.
///
/// Older endpoints send the lifetime in milliseconds, newer ones in seconds. A token lives for 24 hours at most, so
/// that more than 86,400 is in milliseconds. Data about the user may be beside the token; `email_verified` is a string.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","refresh_token":"EXAMPLE.EXAMPLE.EXAMPLE","sub":"EXAMPLE@AdobeID",
///  "email_verified":"true","token_type":"bearer","expires_in":86399985}
/// ```
///
/// Source: AdobeDocs/adobeio-auth `OAuth/OAuth.md`; adobe/aio-lib-ims `src/ims.js`.
pub static ADOBE_IMS: Dialect = Dialect {
    id: "adobe-ims",
    vendor: "Adobe",
    quirks: "expires_in above 86400 is in milliseconds",
    subject: paths!["sub"],
    expires: &[TimeRule::seconds(paths!["expires_in"]).milliseconds_above(86_400)],
    ..Dialect::STANDARD
};

/// `hubspot`: HubSpot.
///
/// `scopes` is an array, the ids are numbers, and `expires_in` is perhaps a string. An error response has its code in
/// `category`, or in `status` where it is of the older kind; its `links` are kept.
///
/// ```json
/// {"token_type":"bearer","refresh_token":"EXAMPLE-REFRESH","access_token":"EXAMPLE-ACCESS","hub_id":1234567,
///  "scopes":["oauth","crm.objects.contacts.read"],"expires_in":1800,"user_id":123123,"token_use":"access_token"}
/// ```
///
/// Source: developers.hubspot.com, "OAuth tokens"; HubSpot/HubSpot-public-api-spec-collection `oauth.json`.
pub static HUBSPOT: Dialect = Dialect {
    id: "hubspot",
    vendor: "HubSpot",
    quirks: "scopes are an array; the error code is its category, or the HTTP status",
    scope: paths!["scopes"],
    subject: paths!["user_id"],
    errors: HUBSPOTS,
    ..Dialect::STANDARD
};

/// `hubspot-token-info`: HubSpot's description of a token, which it repeats.
///
/// `expires_in` is the remaining lifetime. `token_type` is the kind of token and is kept, and so is `app_id`.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS","user":"user@example.com","hub_domain":"example.com","scopes":["oauth"],
///  "scope_to_scope_group_pks":[25],"trial_scopes":[],"trial_scope_to_scope_group_pks":[],"hub_id":1234567,
///  "app_id":456456,"expires_in":1754,"user_id":123123,"token_type":"access"}
/// ```
///
/// Source: aspnet-contrib/AspNet.Security.OAuth.Providers `HubSpot/bundle.json`.
pub static HUBSPOT_TOKEN_INFO: Dialect = Dialect {
    id: "hubspot-token-info",
    vendor: "HubSpot",
    quirks: "token_type is a kind of token; scopes are an array",
    signature: &["scope_to_scope_group_pks", "trial_scope_to_scope_group_pks", "trial_scopes"],
    access_token: paths!["token"],
    scope: paths!["scopes"],
    subject: paths!["user_id"],
    expires: &[TimeRule::seconds(paths!["expires_in"])],
    errors: HUBSPOTS,
    ..Dialect::BARE
};

/// `mailchimp`: Mailchimp, where a lifetime of 0 means that the token does not expire.
///
/// The scope is `null` and no type is sent. The host to call is in `/oauth2/metadata`, and not here.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":0,"scope":null}
/// ```
///
/// Source: mailchimp.com/developer, "Access Data on Behalf of Other Users with OAuth 2".
pub static MAILCHIMP: Dialect = Dialect {
    id: "mailchimp",
    vendor: "Mailchimp",
    quirks: "0 means never",
    never: &[Never::Zero],
    ..Dialect::STANDARD
};

/// `marketo`: the identity endpoint of Marketo.
///
/// `scope` is the user whom the token belongs to. One token is issued until it expires; `expires_in` is what is left of
/// it. Error responses of the API come with status 200 and `success` false, their codes digits in a string.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS:int","token_type":"bearer","expires_in":3599,"scope":"user@example.com"}
/// ```
///
/// Source: experienceleague.adobe.com, "Authentication" and "Error Codes" of Marketo's REST API.
pub static MARKETO: Dialect = Dialect {
    id: "marketo",
    vendor: "Adobe",
    quirks: "scope is the user; errors with status 200",
    scope: paths![],
    subject: paths!["scope"],
    success: Some((FieldPath::new("success"), &["true"])),
    errors: ErrorShape {
        signs: paths!["error", "errors"],
        code: paths!["errors/0/code", "error", "error/code"],
        description: paths!["errors/0/message", "error_description", "error/message"],
        remedies: &[
            ("502", Remedy::Retry),
            ("600", Remedy::FixRequest),
            ("601", Remedy::Reauthenticate),
            ("602", Remedy::Reauthenticate),
            ("604", Remedy::Retry),
            ("606", Remedy::Retry),
            ("608", Remedy::Retry),
            ("611", Remedy::Retry),
            ("615", Remedy::Retry),
            ("unauthorized", Remedy::FixClient),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `pardot-legacy`: the login of Pardot's API before it moved to Salesforce's.
///
/// XML, in which `api_key` is the token; it goes out beside a user's key, so it alone makes no header. No expiry is
/// stated. Error responses come with status 200, their codes in attributes.
///
/// ```xml
/// <rsp stat="ok" version="1.0">
///    <api_key>EXAMPLE-ACCESS</api_key>
/// </rsp>
/// ```
///
/// Source: developer.pardot.com, "Authentication", "Error Codes & Messages".
pub static PARDOT_LEGACY: Dialect = Dialect {
    id: "pardot-legacy",
    vendor: "Salesforce",
    quirks: "XML; the token is api_key; errors with status 200",
    access_token: paths!["api_key"],
    scheme: Some(""),
    success: Some((FieldPath::new("@stat"), &["\"ok\""])),
    errors: ErrorShape {
        signs: paths!["error", "err"],
        code: paths!["err/@code", "error", "error/code"],
        description: paths!["err/#text", "err", "error_description", "error/message"],
        remedies: &[("1", Remedy::Reauthenticate), ("15", Remedy::Reauthenticate)],
        ..ErrorShape::STANDARD
    },
    ..Dialect::BARE
};

/// `intercom`: Intercom, which sends the same token twice.
///
/// No expiry is stated. Errors of the API are a list.
///
/// ```json
/// {"token_type":"Bearer","token":"EXAMPLE-ACCESS","access_token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: developers.intercom.com, "Setting up OAuth", from memory; "Error Codes".
pub static INTERCOM: Dialect = Dialect {
    id: "intercom",
    vendor: "Intercom",
    quirks: "the token twice, as token and access_token",
    access_token: paths!["access_token", "token"],
    one_of_each: true,
    errors: ErrorShape {
        signs: paths!["error", "errors"],
        code: paths!["errors/0/code", "error", "error/code"],
        description: paths!["errors/0/message", "error_description", "error/message"],
        remedies: &[
            ("token_revoked", Remedy::Reauthenticate),
            ("token_expired", Remedy::Reauthenticate),
            ("token_not_found", Remedy::Reauthenticate),
            ("rate_limit_exceeded", Remedy::Retry),
            ("too_many_requests", Remedy::Retry),
            ("request_timeout", Remedy::Retry),
            ("service_unavailable", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `gong`: Gong.
///
/// `api_base_url_for_customer` is the host to call. No type is sent.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","expires_in":86399,
///  "scope":"api:calls:read:basic","api_base_url_for_customer":"https://example.api.gong.io"}
/// ```
///
/// Source: help.gong.io, "Create an app for Gong"; amp-labs/connectors `providers/gong.go`.
pub static GONG: Dialect = Dialect {
    id: "gong",
    vendor: "Gong",
    quirks: "the host to call beside the token",
    signature: &["api_base_url_for_customer"],
    api_url: paths!["api_base_url_for_customer"],
    ..Dialect::STANDARD
};

/// `front`: Front.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","refresh_token":"EXAMPLE.EXAMPLE.EXAMPLE","expires_at":1767229200,
///  "token_type":"Bearer"}
/// ```
///
/// Source: dev.frontapp.com, "OAuth", from memory.
pub static FRONT: Dialect = Dialect {
    id: "front",
    vendor: "Front",
    quirks: "expires_at is an epoch",
    expires: &[TimeRule::epoch(paths!["expires_at"])],
    ..Dialect::STANDARD
};

/// How HubSpot says no.
const HUBSPOTS: ErrorShape = ErrorShape {
    signs: paths!["error", "message"],
    code: paths!["category", "error", "error/code", "status"],
    description: paths!["message", "error_description", "error/message"],
    remedies: &[
        ("BAD_AUTH_CODE", Remedy::Reauthenticate),
        ("BAD_REFRESH_TOKEN", Remedy::Reauthenticate),
        ("EXPIRED_AUTHENTICATION", Remedy::Reauthenticate),
        ("INVALID_AUTHENTICATION", Remedy::Reauthenticate),
        ("BAD_CLIENT_ID", Remedy::FixClient),
        ("BAD_CLIENT_SECRET", Remedy::FixClient),
        ("BAD_REDIRECT_URI", Remedy::FixRequest),
        ("BAD_GRANT_TYPE", Remedy::FixRequest),
        ("VALIDATION_ERROR", Remedy::FixRequest),
        ("RATE_LIMITS", Remedy::Retry),
    ],
    ..ErrorShape::STANDARD
};
