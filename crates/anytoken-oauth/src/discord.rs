//! Discord.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `discord`: Discord's token endpoint.
///
/// `webhook` holds a second token, and `guild` a large object; neither names the subject.
///
/// ```json
/// {"token_type":"Bearer","access_token":"EXAMPLE-ACCESS","scope":"webhook.incoming","expires_in":604800,
///  "refresh_token":"EXAMPLE-REFRESH","webhook":{"id":"1","token":"EXAMPLE-WEBHOOK"}}
/// ```
///
/// Source: discord/discord-api-docs `developers/topics/oauth2.mdx`, `rate-limits.mdx`.
pub static DISCORD: Dialect = Dialect::oauth2("discord", "Discord", Evidence::Documented)
    .with_quirks("a webhook's token may be beside the token; the wait is in retry_after")
    .errors(&ErrorShape::RFC6749.retry_after(paths!["retry_after"]));
