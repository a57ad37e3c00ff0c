//! Apache Iceberg.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `iceberg-rest`: the token endpoint of a REST catalog, which the specification deprecates.
///
/// An error response follows RFC 6749, or `error` is an object whose `code` repeats the HTTP status.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":3600,
///  "issued_token_type":"urn:ietf:params:oauth:token-type:access_token"}
/// ```
///
/// Source: apache/iceberg `open-api/rest-catalog-open-api.yaml` (OAuthTokenResponse, OAuthError, IcebergErrorResponse).
pub static ICEBERG_REST: Dialect = Dialect::oauth2("iceberg-rest", "Apache Iceberg", Evidence::Documented)
    .with_quirks("the error code may be in type, inside error")
    .errors(ErrorShape::RFC6749.code(paths!["error/type"]).remedies(&[
        ("AuthenticationTimeoutException", Remedy::Reauthenticate),
        ("BadRequestException", Remedy::FixRequest),
        ("NotAuthorizedException", Remedy::Reauthenticate),
        ("SlowDownException", Remedy::Retry),
    ]));
