//! Hyundai and Kia.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `bluelink-us`: the login of Hyundai Blue Link in the USA, as of 2019.
///
/// The token has braces around it, which belong to it. `erroCode` is spelled so.
///
/// ```json
/// {"E_IFRESULT":"Z:Success","E_IFFAILMSG":"","Token":{"access_token":"{EXAMPLE-ACCESS}",
///  "refresh_token":"EXAMPLE-REFRESH","expires_in":"28799","username":"user@example.com"},"erroCode":"200"}
/// ```
///
/// Source: Hacksore/bluelinky issue 4.
pub static BLUELINK_US: Dialect = Dialect::oauth2("bluelink-us", "Hyundai", Evidence::Tested)
    .with_quirks("all in Token; E_IFRESULT means success; expires_in is a string")
    .detected_by(&["E_IFRESULT"])
    .envelope("Token")
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()])
    .ok_when("E_IFRESULT", &["\"Z:Success\""])
    .errors(&ErrorShape::RFC6749.code(paths!["erroCode"]).description(paths!["E_IFFAILMSG"]));

/// `kia-canada`: the login of Hyundai and Kia in Canada.
///
/// The token is sent in the header `accessToken`. Error responses have status 200.
///
/// ```json
/// {"responseHeader":{"responseCode":0,"responseDesc":"Success"},"result":{"token":{"accessToken":"EXAMPLE-ACCESS",
///  "refreshToken":"EXAMPLE-REFRESH","expireIn":"86400"}}}
/// ```
///
/// Source: Hyundai-Kia-Connect/kia_uvo issue 914; evcc-io/evcc `vehicle/bluelink/identity_CA.go`; tests of public
/// clients.
pub static KIA_CANADA: Dialect = Dialect::bare("kia-canada", "Hyundai", Evidence::Tested)
    .with_quirks("all in result; responseHeader/responseCode 0 means success; no Authorization header")
    .detected_by(&["responseHeader+result"])
    .envelope("result")
    .access_token(paths!["token/accessToken", "accessToken"])
    .refresh_token(paths!["token/refreshToken"])
    .expires_at(&[TimeRule::seconds(paths!["token/expireIn"]).text()])
    .authorization(Authorization::None)
    .ok_when("responseHeader/responseCode", &["0"])
    .errors(
        &ErrorShape::RFC6749
            .description(paths!["error/errorDesc"])
            .remedies(&[("7404", Remedy::Reauthenticate)]),
    );
