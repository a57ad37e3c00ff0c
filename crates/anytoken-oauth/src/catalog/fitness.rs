//! Sport and health.

use anytoken_core::dialect::{Dialect, ErrorShape, FieldPath, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

use crate::OAUTH1;

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] = &[
    &STRAVA,
    &FITBIT,
    &FITBIT_OAUTH1,
    &GARMIN_OAUTH2,
    &GARMIN_OAUTH1,
    &WITHINGS,
    &WITHINGS_LEGACY,
    &POLAR,
    &WHOOP,
];

/// `strava`: Strava's token endpoint.
///
/// An epoch and a lifetime, which is what remains if a token is issued again. The athlete is beside the first token
/// only, with an id that may be above 2^53; scopes are in the redirect. An error response is a list of resources,
/// fields and codes.
///
/// ```json
/// {"token_type":"Bearer","expires_at":1767247200,"expires_in":21600,"refresh_token":"EXAMPLE-REFRESH",
///  "access_token":"EXAMPLE-ACCESS","athlete":{"id":1,"username":"example"}}
/// ```
///
/// Source: developers.strava.com, "Authentication"; python-social-auth/social-core
/// `social_core/tests/backends/test_strava.py`; stravalib/stravalib issue 190 (an error response).
pub static STRAVA: Dialect = Dialect {
    id: "strava",
    vendor: "Strava",
    quirks: "an epoch beside the lifetime; the subject in athlete; a list of errors",
    subject: paths!["athlete/id"],
    expires: &[TimeRule::epoch(paths!["expires_at"]), TimeRule::seconds(paths!["expires_in"])],
    errors: ErrorShape {
        signs: paths!["errors", "error"],
        code: paths!["errors/0/code", "error"],
        description: paths!["message", "error_description"],
        detail: paths!["errors/0/resource"],
        remedies: &[
            ("RefreshToken", Remedy::Reauthenticate),
            ("AuthorizationCode", Remedy::Reauthenticate),
            ("Application", Remedy::FixClient),
            ("expired", Remedy::Reauthenticate),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `fitbit`: Fitbit's token endpoint.
///
/// An error response is a list, and its text may repeat the refresh token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":28800,"refresh_token":"EXAMPLE-REFRESH","scope":"heartrate activity",
///  "token_type":"Bearer","user_id":"EXAMPLE"}
/// ```
///
/// Source: dev.fitbit.com, "OAuth2 Token"; requests/requests-oauthlib
/// `requests_oauthlib/compliance_fixes/fitbit.py`; scribejava/scribejava `FitBitJsonTokenExtractor.java`.
pub static FITBIT: Dialect = Dialect {
    id: "fitbit",
    vendor: "Fitbit",
    quirks: "the subject is user_id; a list of errors",
    subject: paths!["user_id"],
    errors: ErrorShape {
        signs: paths!["errors", "error"],
        code: paths!["errors/0/errorType", "error"],
        description: paths!["errors/0/message", "error_description"],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `fitbit-oauth1`: Fitbit until 2016.
///
/// ```text
/// encoded_user_id=EXAMPLE&oauth_token=EXAMPLE-TOKEN&oauth_token_secret=EXAMPLE-SECRET
/// ```
///
/// Source: python-social-auth/social-core `social_core/tests/backends/test_fitbit.py`.
pub static FITBIT_OAUTH1: Dialect = Dialect {
    id: "fitbit-oauth1",
    vendor: "Fitbit",
    quirks: "a form; a second secret signs each request; the subject is encoded_user_id",
    signature: &["encoded_user_id"],
    subject: paths!["encoded_user_id"],
    ..OAUTH1
};

/// `garmin-oauth2`: Garmin Connect.
///
/// The `jti` of the token is repeated beside it.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":86400,"token_type":"bearer","refresh_token":"EXAMPLE-REFRESH",
///  "scope":"CONNECT_READ CONNECT_WRITE","jti":"11111111-2222-3333-4444-555555555555",
///  "refresh_token_expires_in":7775998}
/// ```
///
/// Source: Garmin, "OAuth2 PKCE Specification", from memory; NangoHQ/nango `packages/providers/providers.yaml`.
pub static GARMIN_OAUTH2: Dialect = Dialect {
    id: "garmin-oauth2",
    vendor: "Garmin",
    quirks: "refresh_token_expires_in",
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"])],
    ..Dialect::STANDARD
};

/// `garmin-oauth1`: Garmin Connect with OAuth 1.0, which names no user.
///
/// ```text
/// oauth_token=EXAMPLE-TOKEN&oauth_token_secret=EXAMPLE-SECRET
/// ```
///
/// Source: NangoHQ/nango `packages/providers/providers.yaml`; RFC 5849 §2.3.
pub static GARMIN_OAUTH1: Dialect = Dialect { id: "garmin-oauth1", vendor: "Garmin", ..OAUTH1 };

/// `withings`: `requesttoken` of the Withings API.
///
/// In `body`, beside a `status` of 0. Every answer has the HTTP status 200; `status` has codes of its own, among them
/// some that look like HTTP's, and `error` is a text. `csrf_token` is kept. `userid` is a string or a number.
///
/// ```json
/// {"status":0,"body":{"userid":"363","access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH",
///  "expires_in":10800,"scope":"user.info,user.metrics","csrf_token":"EXAMPLE-CSRF","token_type":"Bearer"}}
/// ```
///
/// Source: developer.withings.com, "OAuth2 - Get your access token", "Response status".
pub static WITHINGS: Dialect = Dialect {
    id: "withings",
    quirks: "an envelope; comma scopes; errors with status 200",
    at: "body",
    success: Some((FieldPath::new("status"), &["0"])),
    errors: ErrorShape {
        code: paths!["status"],
        description: paths!["error"],
        detail: paths!["error"],
        remedies: &[
            ("Invalid Params: invalid refresh_token", Remedy::Reauthenticate),
            ("401", Remedy::Reauthenticate),
            ("601", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..WITHINGS_LEGACY
};

/// `withings-legacy`: `oauth2/token` of Withings' account server, until 2022.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":10800,"token_type":"Bearer","scope":"user.info,user.metrics",
///  "refresh_token":"EXAMPLE-REFRESH","userid":"363"}
/// ```
///
/// Source: support.withings.com, "Shutting down access and refresh tokens endpoints".
pub static WITHINGS_LEGACY: Dialect = Dialect {
    id: "withings-legacy",
    vendor: "Withings",
    quirks: "comma scopes; the subject is userid",
    subject: paths!["userid"],
    scope_separators: &[','],
    ..Dialect::STANDARD
};

/// `polar`: Polar AccessLink.
///
/// The subject is a number. No refresh token: a token lives for about a year.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":31535999,"x_user_id":10579}
/// ```
///
/// Source: polar.com, "AccessLink API", "Token endpoint"; scribejava/scribejava `PolarJsonTokenExtractor.java`.
pub static POLAR: Dialect = Dialect {
    id: "polar",
    vendor: "Polar",
    quirks: "the subject is x_user_id, a number",
    signature: &["x_user_id"],
    subject: paths!["x_user_id"],
    ..Dialect::STANDARD
};

/// `whoop`: WHOOP's token endpoint, which is that of RFC 6749.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3600,"refresh_token":"EXAMPLE-REFRESH","scope":"offline read:profile",
///  "token_type":"bearer"}
/// ```
///
/// Source: developer.whoop.com, "OAuth 2.0", from memory; NangoHQ/nango `packages/providers/providers.yaml`.
pub static WHOOP: Dialect = Dialect { id: "whoop", vendor: "WHOOP", ..Dialect::STANDARD };
