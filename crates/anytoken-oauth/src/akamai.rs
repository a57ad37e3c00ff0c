//! Akamai.

use anytoken_core::dialect::{Authorization, Dialect, Evidence, TimeRule, Wire, paths};

/// `linode-token`: a personal access token of Linode.
///
/// `*` stands for all scopes. Dates have no zone, so that their instants are unknown.
///
/// ```json
/// {"id":1,"label":"example","scopes":"*","token":"EXAMPLE-ACCESS","created":"2026-01-01T00:00:00",
///  "expiry":"2026-07-01T00:00:00"}
/// ```
///
/// Source: techdocs.akamai.com, "Create a personal access token"; @linode/api-v4 0.158.0.
pub static LINODE_TOKEN: Dialect = Dialect::bare("linode-token", "Akamai", Evidence::Documented)
    .with_quirks("the token is in token; dates without a zone; the scopes are a string")
    .access_token(paths!["token"])
    .scopes(paths!["scopes"])
    .issued_at(&[TimeRule::rfc3339(paths!["created"])])
    .expires_at(&[TimeRule::rfc3339(paths!["expiry"])]);

/// `linode-metadata`: a token of the metadata service of a Linode.
///
/// The lifetime is in the request only. The token is sent in the header `Metadata-Token`.
///
/// ```text
/// EXAMPLE-ACCESS
/// ```
///
/// Source: linode_metadata 0.4.0 for Python, `metadata_client.py`.
pub static LINODE_METADATA: Dialect = Dialect::bare("linode-metadata", "Akamai", Evidence::Documented)
    .with_quirks("the whole body is the token; no expiry; no Authorization header")
    .wire(Wire::Text)
    .access_token(paths!["#text"])
    .authorization(Authorization::None);
