//! Apache Iceberg.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Place, TimeRule, paths};

/// `iceberg-rest`: the token endpoint of a REST catalog, which the specification deprecates.
///
/// An error response follows RFC 6749, or `error` is an object whose `code` repeats the HTTP status.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":3600,
///  "issued_token_type":"urn:ietf:params:oauth:token-type:access_token"}
/// ```
///
/// Source: apache/iceberg `open-api/rest-catalog-open-api.yaml` (OAuthTokenResponse, OAuthError, IcebergErrorResponse).
pub static ICEBERG_REST: Dialect = Dialect::oauth2("iceberg-rest", "Apache Iceberg", Evidence::Documented)
    .with_quirks("the error code may be in type, inside error")
    .errors(&ErrorShape::RFC6749.code(paths!["error/type"]).remedies(&[
        ("AuthenticationTimeoutException", Remedy::Reauthenticate),
        ("BadRequestException", Remedy::FixRequest),
        ("NotAuthorizedException", Remedy::Reauthenticate),
        ("SlowDownException", Remedy::Retry),
    ]));

/// `iceberg-vended-gcs`: credentials for Google's storage from a REST catalog.
///
/// They are in `storage-credentials`, one for each prefix, or in `config`. The names of properties contain dots. Such
/// catalogs are Polaris, Lakekeeper, Nessie and Unity.
///
/// ```json
/// {"storage-credentials":[{"prefix":"gs://example","config":{"gcs.oauth2.token":"EXAMPLE-ACCESS",
///  "gcs.oauth2.token-expires-at":"1767229200000"}}]}
/// ```
///
/// Source: apache/iceberg `open-api/rest-catalog-open-api.yaml`, "LoadCredentialsResponse", "LoadTableResult"; public
/// readers and their tests.
pub static ICEBERG_VENDED_GCS: Dialect = Dialect::like(&VENDED_GCS, "iceberg-vended-gcs", Evidence::Tested)
    .with_quirks("names with dots; the expiry is in milliseconds, as a string")
    .detected_by(&["storage-credentials", "config/gcs.oauth2.token"])
    .envelope("storage-credentials/*")
    .related(&[Place::like(&VENDED_GCS).last_resort()]);

/// The properties in a member `config`.
const VENDED_GCS: Dialect = Dialect::BARE
    .by("Apache Iceberg")
    .access_token(paths!["config/gcs.oauth2.token"])
    .expires_at(&[TimeRule::epoch_milliseconds(paths!["config/gcs.oauth2.token-expires-at"]).text()]);
