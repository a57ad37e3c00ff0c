//! Withings.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `withings`: `requesttoken` of the Withings API.
///
/// Every response has the HTTP status 200. `status` is 0 or a code of Withings, which may look like an HTTP status.
/// `error` is a text. `userid` is a string or a number.
///
/// ```json
/// {"status":0,"body":{"userid":"363","access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH",
///  "expires_in":10800,"scope":"user.info,user.metrics","csrf_token":"EXAMPLE-CSRF","token_type":"Bearer"}}
/// ```
///
/// Source: developer.withings.com, "OAuth2 - Get your access token", "Response status".
pub static WITHINGS: Dialect = Dialect::like(&WITHINGS_LEGACY, "withings", Evidence::Documented)
    .with_quirks("an envelope; comma scopes; the subject is userid; error responses have status 200")
    .detected_by(&["body/csrf_token+body/userid"])
    .envelope("body")
    .ok_when("status", &["0"])
    .errors(
        &ErrorShape::RFC6749
            .code(paths!["status"])
            .subcode(paths!["error"])
            .description(paths!["error"])
            .remedies(&[
                ("Invalid Params: invalid refresh_token", Remedy::Reauthenticate),
                ("401", Remedy::Reauthenticate),
                ("601", Remedy::Retry),
            ]),
    );

/// `withings-legacy`: `oauth2/token` of Withings' account server, until 2022.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":10800,"token_type":"Bearer","scope":"user.info,user.metrics",
///  "refresh_token":"EXAMPLE-REFRESH","userid":"363"}
/// ```
///
/// Source: support.withings.com, "Shutting down access and refresh tokens endpoints".
pub static WITHINGS_LEGACY: Dialect = Dialect::oauth2("withings-legacy", "Withings", Evidence::Documented)
    .with_quirks("comma scopes; the subject is userid")
    .scopes_separated_by(&[','])
    .subject(paths!["userid"]);
