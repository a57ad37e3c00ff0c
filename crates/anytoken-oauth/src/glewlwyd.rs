//! Glewlwyd.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `glewlwyd`: Glewlwyd's token endpoint.
///
/// An error response for a wrong password, client secret or refresh token has no body. `iat` is absent where the client
/// itself is the subject.
///
/// ```json
/// {"token_type":"bearer","access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","iat":1767225600,
///  "expires_in":3600,"scope":"scope1 scope2"}
/// ```
///
/// Source: recorded from glewlwyd 2.7.5; babelouest/glewlwyd `src/plugin/protocol_oauth2.c`.
pub static GLEWLWYD: Dialect = Dialect::oauth2("glewlwyd", "Glewlwyd", Evidence::Recorded)
    .with_quirks("the time of issue is in iat; error responses may have no body")
    .issued_at(&[TimeRule::epoch(paths!["iat"])])
    .errors(&ErrorShape::RFC6749.remedies(&[("scope_invalid", Remedy::FixRequest)]));
