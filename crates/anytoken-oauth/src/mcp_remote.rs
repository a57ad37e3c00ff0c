//! mcp-remote.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `mcp-remote-tokens`: the file of tokens of mcp-remote, a proxy to remote MCP servers.
///
/// `expires_at` is in milliseconds. `expires_in` is that of the response, which is old when the file is read, so that
/// it is an extra. `requested_scope` is the scope that was asked for.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":3600,"scope":"read write",
///  "refresh_token":"EXAMPLE-REFRESH","expires_at":1767229200000,"requested_scope":"read write"}
/// ```
///
/// Source: mcp-remote 0.15.1 for Node.js, `saveTokens`.
pub static MCP_REMOTE_TOKENS: Dialect =
    Dialect::oauth2("mcp-remote-tokens", "mcp-remote", Evidence::Recorded)
        .with_quirks("a file; the expiry is in milliseconds; expires_in is old")
        .detected_by(&["requested_scope"])
        .expires_at(&[TimeRule::epoch_milliseconds(paths!["expires_at"])]);
