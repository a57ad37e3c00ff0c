//! Todoist.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence};

/// `todoist`: Todoist's token endpoint.
///
/// Neither an expiry nor a scope is stated.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer"}
/// ```
///
/// Source: developer.todoist.com, "Authorization"; Doist/todoist-api-typescript `src/authentication.test.ts`.
pub static TODOIST: Dialect = Dialect::oauth2("todoist", "Todoist", Evidence::Tested)
    .with_quirks("no expiry")
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("bad_authorization_code", Remedy::Reauthenticate),
        ("incorrect_application_credentials", Remedy::FixClient),
    ]));
