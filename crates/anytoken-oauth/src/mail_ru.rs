//! Mail.ru.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `mailru`: Mail.ru's token endpoint.
///
/// The subject is a decimal above 2^63, as a string.
///
/// ```json
/// {"refresh_token":"EXAMPLE-REFRESH","expires_in":86400,"access_token":"EXAMPLE-ACCESS","token_type":"bearer",
///  "x_mailru_vid":"15410773191172635989"}
/// ```
///
/// Source: api.mail.ru, "OAuth".
pub static MAILRU: Dialect = Dialect::oauth2("mailru", "Mail.ru", Evidence::Documented)
    .with_quirks("the subject is x_mailru_vid")
    .detected_by(&["x_mailru_vid"])
    .subject(paths!["x_mailru_vid"]);
