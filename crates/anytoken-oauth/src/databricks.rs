//! Databricks.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, Special, TimeRule, paths};

/// `databricks-oauth`: the token endpoints of Databricks.
///
/// An `error_code` is a word or a number.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","scope":"all-apis","token_type":"Bearer","expires_in":3600}
/// ```
///
/// Source: databricks/databricks-sdk-go `config/auth_oidc_test.go`, `apierr/errors.go`.
pub static DATABRICKS_OAUTH: Dialect = Dialect::oauth2("databricks-oauth", "Databricks", Evidence::Tested)
    .with_quirks("the error code is in error or error_code")
    .errors(&ERRORS);

/// The error responses of Databricks.
const ERRORS: ErrorShape = ErrorShape::RFC6749.error_when(paths!["error_code"]).remedies(&[
    ("INVALID_PARAMETER_VALUE", Remedy::FixRequest),
    ("REQUEST_LIMIT_EXCEEDED", Remedy::Retry),
    ("RESOURCE_EXHAUSTED", Remedy::Retry),
    ("TEMPORARILY_UNAVAILABLE", Remedy::Retry),
    ("UNAUTHENTICATED", Remedy::Reauthenticate),
]);

/// `delta-sharing-profile`: the profile file of a recipient of Delta Sharing.
///
/// Without `expirationTime` the token never expires. A profile with the credentials of an OAuth client has no token.
///
/// ```json
/// {"shareCredentialsVersion":1,"endpoint":"https://sharing.example.com/delta-sharing/","bearerToken":"EXAMPLE-ACCESS",
///  "expirationTime":"2026-01-01T01:00:00.0Z"}
/// ```
///
/// Source: delta-io/delta-sharing `PROTOCOL.md`, "Profile File Format"; `python/delta_sharing/tests/test_protocol.py`.
pub static DELTA_SHARING_PROFILE: Dialect =
    Dialect::bare("delta-sharing-profile", "Databricks", Evidence::Tested)
        .with_quirks("a file; camelCase; no expirationTime means never")
        .detected_by(&["shareCredentialsVersion"])
        .constant_members(&[("shareCredentialsVersion", "1")])
        .access_token(paths!["bearerToken"])
        .api_url(paths!["endpoint"])
        .expires_at(&[TimeRule::rfc3339(paths!["expirationTime"]).when_absent(Special::Never)]);

/// `databricks-cli`: the output of `databricks auth token`, and the token file of the vendor's Python client.
///
/// The date has nanoseconds. Without a time zone it is local time to some of the vendor's clients and UTC to another.
/// The file has the token in `token`, with a refresh token and a local expiry.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expiry":"2026-01-01T01:00:00.123456789Z"}
/// ```
///
/// Source: databricks/databricks-sdk-go `config/cli_token_source.go`; databricks/databricks-sdk-py
/// `databricks/sdk/oauth.py`, recorded from databricks-sdk 0.60.
pub static DATABRICKS_CLI: Dialect = Dialect::bare("databricks-cli", "Databricks", Evidence::Recorded)
    .with_quirks("the expiry is a date, in expiry; without a time zone it is unknown")
    .access_token(paths!["access_token", "token/access_token"])
    .refresh_token(paths!["refresh_token", "token/refresh_token"])
    .token_type(paths!["token_type", "token/token_type"])
    .expires_at(&[TimeRule::rfc3339(paths!["expiry", "token/expiry"])]);

/// `databricks-token`: a personal access token that the API or the command line creates.
///
/// An `expiry_time` of -1 means that no lifetime was requested.
///
/// ```json
/// {"token_value":"EXAMPLE-ACCESS","token_info":{"token_id":"EXAMPLE","creation_time":1767225600000,
///  "expiry_time":1775001600000,"comment":"example"}}
/// ```
///
/// Source: docs.databricks.com, "Token API"; Microsoft Learn, "Azure Databricks personal access tokens".
pub static DATABRICKS_TOKEN: Dialect = Dialect::bare("databricks-token", "Databricks", Evidence::Documented)
    .with_quirks("the token is in token_value; times are in milliseconds; -1 means unknown")
    .detected_by(&["token_value+token_info"])
    .access_token(paths!["token_value"])
    .issued_at(&[TimeRule::epoch_milliseconds(paths!["token_info/creation_time"])])
    .expires_at(&[
        TimeRule::epoch_milliseconds(paths!["token_info/expiry_time"]).when(&[("-1", Special::Unknown)])
    ])
    .errors(&ERRORS);

/// `unity-catalog-credentials`: temporary credentials for a table, a volume or a path of Unity Catalog.
///
/// Those of Google and of Entra are tokens. The keys of AWS and R2 and a shared access signature of Azure are none, so
/// that they are not decoded.
///
/// ```json
/// {"gcp_oauth_token":{"oauth_token":"EXAMPLE-ACCESS"},"expiration_time":1767229200000,"url":"gs://example/table"}
/// ```
///
/// Source: databricks-sdk 0.162.0 for Python, `service/catalog.py`.
pub static UNITY_CATALOG_CREDENTIALS: Dialect =
    Dialect::bare("unity-catalog-credentials", "Databricks", Evidence::Documented)
        .with_quirks("a member for each cloud; the expiry is in milliseconds")
        .detected_by(&["aws_temp_credentials", "azure_aad", "azure_user_delegation_sas", "gcp_oauth_token"])
        .access_token(paths!["gcp_oauth_token/oauth_token", "azure_aad/aad_token"])
        .expires_at(&[TimeRule::epoch_milliseconds(paths!["expiration_time"])])
        .errors(&ERRORS);
