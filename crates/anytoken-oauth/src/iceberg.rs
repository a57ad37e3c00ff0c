//! Apache Iceberg.

use anytoken_core::dialect::{Dialect, Evidence, Place, TimeRule, paths};

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
    .detected_by(&["storage-credentials"])
    .envelope("storage-credentials/*")
    .related(&[Place::like(&VENDED_GCS).last_resort()]);

/// The properties in a member `config`.
const VENDED_GCS: Dialect = Dialect::BARE
    .by("Apache Iceberg")
    .access_token(paths!["config/gcs.oauth2.token"])
    .expires_at(&[TimeRule::epoch_milliseconds(paths!["config/gcs.oauth2.token-expires-at"]).text()]);
