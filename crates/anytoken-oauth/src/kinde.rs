//! Kinde.

use anytoken_core::dialect::{Dialect, Evidence};

/// `kinde`: Kinde's token endpoint.
///
/// The lifetime may be absent.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":86400,"scope":"openid","token_type":"bearer"}
/// ```
///
/// Source: kinde-oss/documentation, "Device authorization flow", "Refresh tokens".
pub static KINDE: Dialect = Dialect::oauth2("kinde", "Kinde", Evidence::Documented)
    .with_quirks("an empty scope does not mean that there are no scopes")
    .empty_scope_is_absent();
