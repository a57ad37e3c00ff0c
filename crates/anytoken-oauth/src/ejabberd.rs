//! ejabberd.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `ejabberd-oauth`: the token endpoint of ejabberd.
///
/// After a wrong password the server closes the connection without an answer.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","scope":"sasl_auth","expires_in":600}
/// ```
///
/// Source: recorded from ejabberd 23.01.
pub static EJABBERD_OAUTH: Dialect = Dialect::oauth2("ejabberd-oauth", "ProcessOne", Evidence::Recorded)
    .with_quirks("an unknown scope is invalid_grant");

/// `ejabberd-api`: the command `oauth_issue_token` of ejabberd.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS","scopes":"sasl_auth","expires_in":"3600 seconds"}
/// ```
///
/// Source: recorded from ejabberd 23.01; docs.ejabberd.im, "API Reference", "oauth_issue_token".
pub static EJABBERD_API: Dialect = Dialect::bare("ejabberd-api", "ProcessOne", Evidence::Recorded)
    .with_quirks("the lifetime is a text with its unit; scopes is one text, with semicolons")
    .access_token(paths!["token"])
    .scopes(paths!["scopes"])
    .scopes_separated_by(&[';', ' '])
    .expires_at(&[TimeRule::seconds(paths!["expires_in"])]);
