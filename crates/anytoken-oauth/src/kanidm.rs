//! Kanidm.

use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `kanidm-auth`: a login at Kanidm.
///
/// Each step has status 200. `choose` and `continue` ask for a further one, `denied` is the text of an error response.
///
/// ```json
/// {"sessionid":"11111111-2222-3333-4444-555555555555","state":{"success":"EXAMPLE.EXAMPLE.EXAMPLE"}}
/// ```
///
/// Source: kanidm/kanidm `proto/src/v1/auth.rs` (AuthResponse, AuthState).
pub static KANIDM_AUTH: Dialect = Dialect::bare("kanidm-auth", "Kanidm", Evidence::Tested)
    .with_quirks(
        "the token is in state/success; error responses and further steps have status 200; no expiry",
    )
    .access_token(paths!["state/success"])
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["state/denied"])
            .challenge_when(paths!["state/choose", "state/continue"])
            .description(paths!["state/denied"]),
    );
