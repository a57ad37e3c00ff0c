//! OpenSearch.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `opensearch-obo`: a token on behalf of a user.
///
/// ```json
/// {"user":"example","authenticationToken":"EXAMPLE.EXAMPLE.EXAMPLE","durationSeconds":300}
/// ```
///
/// Source: docs.opensearch.org, "Authorization tokens".
pub static OPENSEARCH_OBO: Dialect = Dialect::bare("opensearch-obo", "OpenSearch", Evidence::Documented)
    .with_quirks("the token is in authenticationToken, the lifetime in durationSeconds")
    .detected_by(&["authenticationToken+durationSeconds"])
    .access_token(paths!["authenticationToken"])
    .subject(paths!["user"])
    .expires_at(&[TimeRule::seconds(paths!["durationSeconds"])]);
