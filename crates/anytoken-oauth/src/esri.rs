//! Esri.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `arcgis-generate-token`: `generateToken` of ArcGIS.
///
/// Error responses have status 200, and are at times a web page.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS","expires":1767229200000,"ssl":true}
/// ```
///
/// Source: Esri/arcgis-rest-js issue 1035, pull request 1093.
pub static ARCGIS_GENERATE_TOKEN: Dialect = Dialect::bare("arcgis-generate-token", "Esri", Evidence::Tested)
    .with_quirks("the expiry is in milliseconds since 1970; error responses have status 200")
    .detected_by(&["ssl+token"])
    .access_token(paths!["token"])
    .expires_at(&[TimeRule::epoch_milliseconds(paths!["expires"])])
    .errors(&ARCGIS);

/// `arcgis-oauth2`: the token endpoint of ArcGIS.
///
/// The JSON is labelled as plain text, and no type is sent. Error responses have status 200.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":1800,"username":"example"}
/// ```
///
/// Source: R-ArcGIS/arcgisutils issue 52; portolan-sdi/portolan-cli issue 311.
pub static ARCGIS_OAUTH2: Dialect = Dialect::oauth2("arcgis-oauth2", "Esri", Evidence::Tested)
    .with_quirks("no token_type; error responses have status 200")
    .errors(&ARCGIS);

/// The error responses of ArcGIS: an object with a number and a text.
const ARCGIS: ErrorShape =
    ErrorShape::RFC6749.remedies(&[("498", Remedy::Reauthenticate), ("499", Remedy::Reauthenticate)]);
