//! Notion.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `notion`: Notion's token endpoint.
///
/// Neither a lifetime nor a scope is sent, and a refresh token may be `null`. The token belongs to a bot; `owner` is
/// the user who allowed it, or says that a workspace did.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"bearer","refresh_token":"EXAMPLE-REFRESH",
///  "bot_id":"11111111-2222-3333-4444-555555555555","workspace_icon":null,"workspace_name":"Example",
///  "owner":{"type":"user","user":{"object":"user","id":"66666666-7777-8888-9999-000000000000"}}}
/// ```
///
/// Source: makenotion/notion-sdk-js `src/api-endpoints/oauth.ts`; developers.notion.com, "Status codes".
pub static NOTION: Dialect = Dialect::oauth2("notion", "Notion", Evidence::Documented)
    .with_quirks("no expiry; the subject is in owner; error responses have code and message")
    .detected_by(&["workspace_icon", "duplicated_template_id"])
    .subject(paths!["owner/user/id"])
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("unauthorized", Remedy::Reauthenticate),
        ("rate_limited", Remedy::Retry),
        ("internal_server_error", Remedy::Retry),
        ("service_unavailable", Remedy::Retry),
        ("validation_error", Remedy::FixRequest),
    ]));
