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
