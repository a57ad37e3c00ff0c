//! Untappd.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Dialect, ErrorShape, Evidence, paths};

/// `untappd`: Untappd's `oauth/authorize`.
///
/// `response` is an empty array in an error response. `http_code` or `code` in `meta` is the HTTP status, even 200.
///
/// ```json
/// {"meta":{"http_code":200},"response":{"access_token":"EXAMPLE-ACCESS"}}
/// ```
///
/// Source: untappd.com, "API Documentation", "Errors"; python-social-auth/social-core
/// `social_core/tests/backends/test_untappd.py`.
pub static UNTAPPD: Dialect = Dialect::oauth2("untappd", "Untappd", Evidence::Tested)
    .with_quirks("an envelope; error responses are in meta")
    .envelope("response")
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["meta/error_type"])
            .code(paths!["meta/error_type"])
            .description(paths!["meta/error_detail"])
            .remedies(&[("invalid_auth", Remedy::Reauthenticate), ("invalid_param", Remedy::FixRequest)]),
    );
