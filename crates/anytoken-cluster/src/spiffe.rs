//! SPIFFE.

use anytoken_core::dialect::{Dialect, Evidence, paths};

/// `spire`: `spire-agent api fetch jwt -output json`.
///
/// The first element holds the tokens, one for each identity, and the second the keys of the trust domains. The expiry
/// is only in the JWT.
///
/// ```json
/// [{"svids":[{"spiffe_id":"spiffe://example.org/workload","svid":"EXAMPLE.EXAMPLE.EXAMPLE"}]},
///  {"bundles":{"spiffe://example.org":"RVhBTVBMRQ=="}}]
/// ```
///
/// Source: spiffe/spire `cmd/spire-agent/cli/api/api_test.go`.
pub static SPIRE: Dialect = Dialect::bare("spire", "SPIFFE", Evidence::Tested)
    .with_quirks("an array of tokens within an array; no expiry")
    .envelope("0/svids/*")
    .access_token(paths!["svid"])
    .subject(paths!["spiffe_id"]);
