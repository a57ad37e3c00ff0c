//! Tokopedia.

use anytoken_core::dialect::{Dialect, Evidence};

/// `tokopedia`: Tokopedia's token endpoint.
///
/// The prefix `c:` is part of the token. The token is shared, so the lifetime is what remains.
///
/// ```json
/// {"access_token":"c:EXAMPLE-ACCESS","event_code":"","expires_in":1234567,"last_login_type":"","sq_check":false,
///  "token_type":"Bearer"}
/// ```
///
/// Source: a captured fixture in public Python code.
pub static TOKOPEDIA: Dialect =
    Dialect::oauth2("tokopedia", "Tokopedia", Evidence::Tested).with_quirks("the token begins with c:");
