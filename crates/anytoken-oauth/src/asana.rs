//! Asana.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `asana`: Asana's token endpoint.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","expires_in":3600,"token_type":"bearer","refresh_token":"EXAMPLE-REFRESH",
///  "data":{"id":"4673218951","name":"Example","email":"user@example.com"}}
/// ```
///
/// Source: Asana/developer-docs `source/includes/markdown/_auth.html.md`.
pub static ASANA: Dialect = Dialect::oauth2("asana", "Asana", Evidence::Documented)
    .with_quirks("the user is in data")
    .subject(paths!["data/id"]);
