//! Transport, supply and construction.

use anytoken_core::dialect::{Dialect, ErrorShape, TimeRule, paths};
use anytoken_core::{Adapter, Remedy};

/// The formats of this file.
pub(crate) const ADAPTERS: &[&dyn Adapter] =
    &[&UBER, &LYFT, &FEDEX, &UPS, &USPS, &AMADEUS, &DIGIKEY, &PROCORE];

/// `uber`: Uber's login.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":2592000,
///  "refresh_token":"EXAMPLE-REFRESH","scope":"profile history"}
/// ```
///
/// Source: python-social-auth/social-core `test_uber.py`.
pub static UBER: Dialect = Dialect { id: "uber", vendor: "Uber", quirks: "", ..Dialect::STANDARD };

/// `lyft`: Lyft's login.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","token_type":"bearer","expires_in":3600,
///  "scope":"public profile rides.read","id":"EXAMPLE-USER"}
/// ```
///
/// Source: python-social-auth/social-core `test_lyft.py`.
pub static LYFT: Dialect = Dialect {
    id: "lyft",
    vendor: "Lyft",
    quirks: "the subject is in id",
    subject: paths!["id"],
    ..Dialect::STANDARD
};

/// `fedex`: FedEx's Authorization API.
///
/// An error response is a list, with dots in its codes.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"bearer","expires_in":3599,"scope":"CXS-TP"}
/// ```
///
/// Source: developer.fedex.com, "API Authorization".
pub static FEDEX: Dialect = Dialect {
    id: "fedex",
    vendor: "FedEx",
    quirks: "errors are a list",
    errors: ErrorShape {
        signs: paths!["errors", "error"],
        code: paths!["errors/0/code", "error", "error/code"],
        description: paths!["errors/0/message", "error_description", "error/message"],
        remedies: &[
            ("NOT.AUTHORIZED.ERROR", Remedy::FixClient),
            ("LOGIN.REAUTHENTICATE.ERROR", Remedy::Reauthenticate),
            ("BAD.REQUEST.ERROR", Remedy::FixRequest),
            ("INTERNAL.SERVER.ERROR", Remedy::Retry),
            ("SERVICE.UNAVAILABLE.ERROR", Remedy::Retry),
        ],
        ..ErrorShape::STANDARD
    },
    ..Dialect::STANDARD
};

/// `ups`: UPS's OAuth.
///
/// Every number is a string: `issued_at` in milliseconds since 1970, lifetimes in seconds. An error response is a list
/// in `response`.
///
/// ```json
/// {"refresh_token_expires_in":"5183999","refresh_token_status":"approved","token_type":"Bearer",
///  "issued_at":"1767225600060","client_id":"EXAMPLE-CLIENT","access_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "refresh_token":"EXAMPLE-REFRESH","refresh_token_issued_at":"1767225600060","expires_in":"14399",
///  "status":"approved"}
/// ```
///
/// Source: UPS-API/api-documentation `OAuthAuthCode.yaml`, `OAuthClientCredentials.yaml`.
pub static UPS: Dialect = Dialect {
    id: "ups",
    vendor: "UPS",
    quirks: "every number a string; issued_at is in milliseconds; errors are a list in response",
    errors: ErrorShape {
        signs: paths!["response/errors", "error"],
        code: paths!["response/errors/0/code", "error", "error/code"],
        description: paths!["response/errors/0/message", "error_description", "error/message"],
        remedies: &[("10401", Remedy::FixClient)],
        ..ErrorShape::STANDARD
    },
    ..APIGEE
};

/// `usps`: USPS's OAuth.
///
/// Like UPS, except that the numbers of a refresh token are JSON numbers. `api_products` is a string in brackets.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"Bearer","issued_at":"1767225600000",
///  "expires_in":"28799","status":"approved","scope":"addresses service-delivery-standards  locations",
///  "issuer":"api.usps.com","client_id":"EXAMPLE-CLIENT","api_products":"[EXAMPLE]"}
/// ```
///
/// Source: USPS/api-examples `README.md`.
pub static USPS: Dialect = Dialect {
    id: "usps",
    vendor: "USPS",
    quirks: "numbers are strings; issued_at is in milliseconds",
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"])],
    ..APIGEE
};

/// `amadeus`: Amadeus for Developers.
///
/// `type` is that of the resource, and `state` the token's own. An error response has a number in `code` beside
/// `error`.
///
/// ```json
/// {"type":"amadeusOAuth2Token","username":"user@example.com","application_name":"Example",
///  "client_id":"EXAMPLE-CLIENT","token_type":"Bearer","access_token":"EXAMPLE-ACCESS","expires_in":1799,
///  "state":"approved","scope":""}
/// ```
///
/// Source: amadeus4dev/developer-guides `docs/API-Keys/authorization.md`; developers.amadeus.com, "Common client and
/// server errors".
pub static AMADEUS: Dialect = Dialect {
    id: "amadeus",
    vendor: "Amadeus",
    quirks: "type and state belong to the token, not to OAuth",
    client_id: paths!["client_id"],
    subject: paths!["username"],
    ..Dialect::STANDARD
};

/// `digikey`: DigiKey's API.
///
/// The type `BearerToken` means Bearer.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","expires_in":1799,
///  "refresh_token_expires_in":7776000,"token_type":"BearerToken"}
/// ```
///
/// Source: developer.digikey.com, "OAuth 2.0", as public clients quote it.
pub static DIGIKEY: Dialect = Dialect {
    id: "digikey",
    vendor: "DigiKey",
    quirks: "BearerToken means Bearer",
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"])],
    bearer_words: &["BearerToken"],
    ..Dialect::STANDARD
};

/// `procore`: Procore's login.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"bearer","expires_in":5400,
///  "refresh_token":"EXAMPLE-REFRESH","created_at":1767225600}
/// ```
///
/// Source: procore/documentation `oauth/oauth_auth_grant_flow.md`.
pub static PROCORE: Dialect = Dialect {
    id: "procore",
    vendor: "Procore",
    quirks: "created_at is an epoch",
    issued: &[TimeRule::epoch(paths!["created_at"])],
    ..Dialect::STANDARD
};

/// The base of the carriers, whose gateway is Apigee.
const APIGEE: Dialect = Dialect {
    client_id: paths!["client_id"],
    issued: &[TimeRule::epoch_milliseconds(paths!["issued_at"]).text()],
    expires: &[TimeRule::seconds(paths!["expires_in"]).text()],
    refresh_token_expires: &[TimeRule::seconds(paths!["refresh_token_expires_in"]).text()],
    ..Dialect::STANDARD
};
