//! HubSpot.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `hubspot`: HubSpot's token endpoint.
///
/// Ids are numbers, and `expires_in` may be a string. Older error responses have the code in `status`.
///
/// ```json
/// {"token_type":"bearer","refresh_token":"EXAMPLE-REFRESH","access_token":"EXAMPLE-ACCESS","hub_id":1234567,
///  "scopes":["oauth","crm.objects.contacts.read"],"expires_in":1800,"user_id":123123,"token_use":"access_token"}
/// ```
///
/// Source: developers.hubspot.com, "OAuth tokens"; HubSpot/HubSpot-public-api-spec-collection `oauth.json`.
pub static HUBSPOT: Dialect = Dialect::oauth2("hubspot", "HubSpot", Evidence::Documented)
    .with_quirks("scopes is an array; the error code is in category or status")
    .scopes(paths!["scopes"])
    .subject(paths!["user_id"])
    .errors(&HUBSPOT_ERRORS);

/// `hubspot-token-info`: HubSpot's description of a token, which repeats the token.
///
/// `expires_in` is the remaining lifetime.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS","user":"user@example.com","hub_domain":"example.com","scopes":["oauth"],
///  "scope_to_scope_group_pks":[25],"trial_scopes":[],"trial_scope_to_scope_group_pks":[],"hub_id":1234567,
///  "app_id":456456,"expires_in":1754,"user_id":123123,"token_type":"access"}
/// ```
///
/// Source: aspnet-contrib/AspNet.Security.OAuth.Providers `HubSpot/bundle.json`.
pub static HUBSPOT_TOKEN_INFO: Dialect = Dialect::bare("hubspot-token-info", "HubSpot", Evidence::Tested)
    .with_quirks("the token is in token; token_type is a kind of token; scopes is an array")
    .detected_by(&["scope_to_scope_group_pks", "trial_scope_to_scope_group_pks", "trial_scopes"])
    .access_token(paths!["token"])
    .token_type(paths![])
    .scopes(paths!["scopes"])
    .subject(paths!["user_id"])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"])])
    .errors(&HUBSPOT_ERRORS);

/// The error responses of HubSpot's API.
const HUBSPOT_ERRORS: ErrorShape =
    ErrorShape::RFC6749.error_when(paths!["message"]).code(paths!["category", "status"]).remedies(&[
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
    ]);
