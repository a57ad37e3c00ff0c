//! Akeyless.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `akeyless`: `POST /auth` of Akeyless.
///
/// `creds` holds further credentials with expiries of their own.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: akeylesslabs/akeyless-go `docs/AuthOutput.md`, `docs/SystemAccessCredentialsReplyObj.md`.
pub static AKEYLESS: Dialect = Dialect::bare("akeyless", "Akeyless", Evidence::Documented)
    .with_quirks("the token is in token; no expiry; error is a text")
    .access_token(paths!["token"]);
