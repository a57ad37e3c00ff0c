//! AWS Sign-In.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `aws-signin`: the bearer tokens of AWS Sign-In.
///
/// The scopes are the names of policies. A response of the other kind has keys that sign requests, and no token.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":43200}
/// ```
///
/// Source: boto/botocore `botocore/data/signin/2023-01-01/service-2.json`, version 1.44.8.
pub static SIGNIN: Dialect = Dialect::oauth2("aws-signin", "Amazon", Evidence::Documented)
    .with_quirks(
        "scopes are names of policies; error codes are in capitals; a response with keys is no token",
    )
    .resource(paths!["resource"])
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("TOKEN_EXPIRED", Remedy::Reauthenticate),
        ("AUTHCODE_EXPIRED", Remedy::Reauthenticate),
        ("USER_CREDENTIALS_CHANGED", Remedy::Reauthenticate),
        ("rate_exceeded", Remedy::Retry),
        ("service_unavailable", Remedy::Retry),
    ]));
