//! Strava.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `strava`: Strava's token endpoint.
///
/// If a token is issued again, the lifetime is what remains. Only the first response has the athlete, whose id may be
/// above 2^53. Scopes are only in the redirect. An error response is a list of resources, fields and codes.
///
/// ```json
/// {"token_type":"Bearer","expires_at":1767247200,"expires_in":21600,"refresh_token":"EXAMPLE-REFRESH",
///  "access_token":"EXAMPLE-ACCESS","athlete":{"id":1,"username":"example"}}
/// ```
///
/// Source: developers.strava.com, "Authentication"; stravalib/stravalib issue 190 (an error response).
pub static STRAVA: Dialect = Dialect::oauth2("strava", "Strava", Evidence::Documented)
    .with_quirks("an epoch beside the lifetime; the subject is in athlete; error responses are a list")
    .subject(paths!["athlete/id"])
    .expires_at(&[TimeRule::epoch(paths!["expires_at"]), TimeRule::seconds(paths!["expires_in"])])
    .errors(&ErrorShape::RFC6749.subcode(paths!["errors/0/resource"]).remedies(&[
        ("RefreshToken", Remedy::Reauthenticate),
        ("AuthorizationCode", Remedy::Reauthenticate),
        ("Application", Remedy::FixClient),
        ("expired", Remedy::Reauthenticate),
    ]));
