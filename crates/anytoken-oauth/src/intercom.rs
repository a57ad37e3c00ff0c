//! Intercom.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `intercom`: Intercom's token endpoint.
///
/// ```json
/// {"token_type":"Bearer","token":"EXAMPLE-ACCESS","access_token":"EXAMPLE-ACCESS"}
/// ```
///
/// Source: developers.intercom.com, "Setting up OAuth", from memory; "Error Codes".
pub static INTERCOM: Dialect = Dialect::oauth2("intercom", "Intercom", Evidence::Unverified)
    .with_quirks("the token is sent twice; no expiry; error responses have a list of errors")
    .access_token(paths!["access_token", "token"])
    .reject_conflicting_tokens()
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("token_revoked", Remedy::Reauthenticate),
        ("token_expired", Remedy::Reauthenticate),
        ("token_not_found", Remedy::Reauthenticate),
        ("rate_limit_exceeded", Remedy::Retry),
        ("too_many_requests", Remedy::Retry),
        ("request_timeout", Remedy::Retry),
        ("service_unavailable", Remedy::Retry),
    ]));
