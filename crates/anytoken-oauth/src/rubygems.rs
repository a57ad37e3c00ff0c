//! RubyGems.

use anytoken_core::dialect::{Authorization, Dialect, Evidence, TimeRule, paths};

/// `rubygems-trusted-publisher`: RubyGems' exchange of a CI's ID token, for trusted publishing.
///
/// The status is 201. The token alone is the header.
///
/// ```json
/// {"rubygems_api_key":"EXAMPLE-ACCESS","name":"example","scopes":["push_rubygem"],
///  "expires_at":"2026-01-01T00:15:00.000Z"}
/// ```
///
/// Source: rubygems/rubygems.org `app/controllers/api/v1/oidc/trusted_publisher_controller.rb`.
pub static RUBYGEMS_TRUSTED_PUBLISHER: Dialect =
    Dialect::bare("rubygems-trusted-publisher", "RubyGems", Evidence::Tested)
        .with_quirks("the token is in rubygems_api_key and alone in the header; scopes is an array")
        .detected_by(&["rubygems_api_key"])
        .access_token(paths!["rubygems_api_key"])
        .scopes(paths!["scopes"])
        .scopes_separated_by(&[])
        .expires_at(&[TimeRule::rfc3339(paths!["expires_at"])])
        .authorization(Authorization::Bare);
