//! NetDocuments.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `netdocuments`: NetDocuments' token endpoint.
///
/// The token is Base64 with `/`, `+` and `=`.
///
/// ```json
/// {"access_token":"EXAMPLE/ACCESS+0=","token_type":"bearer","expires_in":"3599"}
/// ```
///
/// Source: badgateway/oauth2-client issue 123.
pub static NETDOCUMENTS: Dialect = Dialect::oauth2("netdocuments", "NetDocuments", Evidence::Unverified)
    .with_quirks("expires_in is a string")
    .expires_at(&[TimeRule::seconds(paths!["expires_in"]).text()]);
