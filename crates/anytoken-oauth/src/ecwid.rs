//! Ecwid.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `ecwid`: the token endpoint of Ecwid, for a store.
///
/// `public_token` is for storefronts. `store_id` is part of every address.
///
/// ```json
/// {"access_token":"EXAMPLE-SECRET","token_type":"Bearer","scope":"read_profile read_orders","store_id":1003,
///  "public_token":"EXAMPLE-PUBLIC"}
/// ```
///
/// Source: api-docs.ecwid.com, "Getting access token", from memory; docs.ecwid.com, "App settings".
pub static ECWID: Dialect = Dialect::oauth2("ecwid", "Ecwid", Evidence::Unverified)
    .with_quirks("a public token beside the secret one; the subject is the store")
    .subject(paths!["store_id"]);
