//! Glewlwyd.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `glewlwyd`: Glewlwyd's token endpoint.
///
/// ```json
/// {"token_type":"bearer","access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","iat":1767225600,
///  "expires_in":3600,"scope":"scope1 scope2"}
/// ```
///
/// Source: babelouest/glewlwyd `src/plugin/protocol_oauth2.c`.
pub static GLEWLWYD: Dialect = Dialect::oauth2("glewlwyd", "Glewlwyd", Evidence::Documented)
    .with_quirks("the time of issue is in iat")
    .issued_at(&[TimeRule::epoch(paths!["iat"])]);
