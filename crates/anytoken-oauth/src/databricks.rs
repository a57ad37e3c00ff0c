//! Databricks.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

use crate::message::MESSAGE;

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
    .errors(
        MESSAGE.error_when(paths!["error_code"]).code(paths!["error", "error/code", "error_code"]).remedies(
            &[
                ("INVALID_PARAMETER_VALUE", Remedy::FixRequest),
                ("REQUEST_LIMIT_EXCEEDED", Remedy::Retry),
                ("RESOURCE_EXHAUSTED", Remedy::Retry),
                ("TEMPORARILY_UNAVAILABLE", Remedy::Retry),
                ("UNAUTHENTICATED", Remedy::Reauthenticate),
            ],
        ),
    );

/// `databricks-cli`: the output of `databricks auth token`.
///
/// The date has nanoseconds. Without a time zone it is local time to some of the vendor's clients and UTC to another.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expiry":"2026-01-01T01:00:00.123456789Z"}
/// ```
///
/// Source: databricks/databricks-sdk-go `config/cli_token_source.go`.
pub static DATABRICKS_CLI: Dialect = Dialect::bare("databricks-cli", "Databricks", Evidence::Documented)
    .with_quirks("the expiry is a date, in expiry; without a time zone it is unknown")
    .access_token(paths!["access_token"])
    .token_type(paths!["token_type"])
    .expires_at(&[TimeRule::rfc3339(paths!["expiry"])]);

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
        .errors(DATABRICKS_OAUTH.error_shape());
