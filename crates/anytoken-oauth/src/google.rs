//! Google.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Special, TimeRule, paths};
use anytoken_core::{Remedy, TokenTypeKind};

/// `google-consumer`: Google's token endpoint for the accounts of people.
///
/// A refresh token comes with the first consent only. It has a lifetime if the person gave access for a limited time,
/// or if the application is in testing.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3599,"refresh_token":"EXAMPLE-REFRESH",
///  "refresh_token_expires_in":604799,"scope":"openid","token_type":"Bearer","id_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: developers.google.com, "Using OAuth 2.0 for Web Server Applications", "Using OAuth 2.0".
pub static GOOGLE_CONSUMER: Dialect = Dialect::oauth2("google-consumer", "Google", Evidence::Documented)
    .with_quirks("the refresh token has a lifetime if access is limited in time")
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"])])
    .errors(&ErrorShape::RFC6749.remedies(&[("deleted_client", Remedy::FixClient)]));

/// `apigee`: the OAuthV2 policy of Google's Apigee.
///
/// `api_product_list` is a string that looks like an array. An error response has `ErrorCode` and `Error`, or a
/// `fault`.
///
/// ```json
/// {"issued_at":"1767225600000","scope":"READ","status":"approved","api_product_list":"[Example]",
///  "expires_in":"1799","token_type":"BearerToken","client_id":"example","access_token":"EXAMPLE-ACCESS",
///  "refresh_token":"EXAMPLE-REFRESH","refresh_token_expires_in":"86399","refresh_count":"0"}
/// ```
///
/// Source: Apigee documentation, "Get access tokens", "OAuth HTTP error response reference", "OAuthV2 policy";
/// apigee/api-platform-samples `sample-proxies/oauth-client-credentials/README.md`.
pub static APIGEE: Dialect = Dialect::oauth2("apigee", "Google", Evidence::Documented)
    .with_quirks("every value is a string; expires_in 0 means unknown; BearerToken means Bearer")
    .detected_by(&["api_product_list", "developer.email"])
    .token_type_aliases(&[("BearerToken", TokenTypeKind::Bearer)])
    .client_id(paths!["client_id"])
    .issued_at(&[TimeRule::epoch_milliseconds(paths!["issued_at"]).text()])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text().when(&[("0", Special::Unknown)])])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["refresh_token_expires_in"]).text()])
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["ErrorCode", "Error", "fault"])
            .description(paths!["Error"])
            .remedies(&[
                ("oauth.v2.InvalidClientIdentifier", Remedy::FixClient),
                ("keymanagement.service.access_token_expired", Remedy::Reauthenticate),
                ("keymanagement.service.invalid_access_token", Remedy::Reauthenticate),
            ]),
    );
