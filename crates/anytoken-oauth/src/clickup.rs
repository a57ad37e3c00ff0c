//! ClickUp.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `clickup`: ClickUp's token endpoint.
///
/// There is no refresh token and no scope.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer"}
/// ```
///
/// Source: developer.clickup.com, "Get Access Token", from memory; "Common Errors".
pub static CLICKUP: Dialect = Dialect::oauth2("clickup", "ClickUp", Evidence::Unverified)
    .with_quirks("no expiry; error responses are err and ECODE")
    .detected_by(&["ECODE"])
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["ECODE", "err"])
            .code(paths!["ECODE"])
            .description(paths!["err"])
            .remedies(&[
                ("OAUTH_007", Remedy::FixRequest),
                ("OAUTH_010", Remedy::FixClient),
                ("OAUTH_017", Remedy::FixRequest),
                ("OAUTH_019", Remedy::Reauthenticate),
                ("OAUTH_021", Remedy::Reauthenticate),
                ("OAUTH_023", Remedy::Interact),
                ("OAUTH_025", Remedy::Reauthenticate),
                ("OAUTH_026", Remedy::Interact),
                ("OAUTH_027", Remedy::Interact),
                ("OAUTH_077", Remedy::Reauthenticate),
            ]),
    );
