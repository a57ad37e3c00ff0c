//! Calendly.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `calendly`: Calendly's token endpoint.
///
/// `created_at` is when the token was first issued, and `expires_in` is its remaining lifetime.
///
/// ```json
/// {"token_type":"Bearer","access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","scope":"default",
///  "created_at":1767225600,"expires_in":7200,"organization":"https://api.calendly.com/organizations/EXAMPLE",
///  "owner":"https://api.calendly.com/users/EXAMPLE"}
/// ```
///
/// Source: developer.calendly.com, "Get access token".
pub static CALENDLY: Dialect = Dialect::oauth2("calendly", "Calendly", Evidence::Documented)
    .with_quirks("the time of issue is in created_at; the subject is a URI, in owner")
    .subject(paths!["owner"])
    .issued_at(&[TimeRule::epoch(paths!["created_at"])]);
