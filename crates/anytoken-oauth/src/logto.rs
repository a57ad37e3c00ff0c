//! Logto.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `logto`: Logto's token endpoint.
///
/// Logto's clients expect no token type, although the server, which builds on node-oidc-provider, sends one. An error
/// response has the members of RFC 6749, `code` and `message`, or all of them. In `code` the codes of RFC 6749 begin
/// with `oidc.`.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","id_token":"EXAMPLE.EXAMPLE.EXAMPLE",
///  "scope":"read register","expires_in":3600}
/// ```
///
/// Source: logto-io/js `fetch-token.test.ts`, `requester.ts`; logto-io/logto `koa-oidc-error-handler.ts`.
pub static LOGTO: Dialect = Dialect::oauth2("logto", "Logto", Evidence::Tested)
    .with_quirks("no token_type; error responses may have code and message")
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["code"])
            .description(paths!["data/error_description"])
            .remedies(&[
                ("oidc.invalid_grant", Remedy::Reauthenticate),
                ("oidc.invalid_token", Remedy::Reauthenticate),
                ("session.not_found", Remedy::Reauthenticate),
                ("oidc.invalid_redirect_uri", Remedy::FixRequest),
                ("oidc.invalid_scope", Remedy::FixRequest),
                ("oidc.invalid_target", Remedy::FixRequest),
                ("oidc.unsupported_grant_type", Remedy::FixRequest),
            ]),
    );
