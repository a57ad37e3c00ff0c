//! Gitea and Forgejo.

use anytoken_core::dialect::{Authorization, Dialect, Evidence, TimeRule, paths};

/// `gitea`: the token endpoint of Gitea and Forgejo.
///
/// The refresh token is a JWT too.
///
/// ```json
/// {"access_token":"EXAMPLE.EXAMPLE.EXAMPLE","token_type":"bearer","expires_in":3600,
///  "refresh_token":"EXAMPLE.EXAMPLE.EXAMPLE"}
/// ```
///
/// Source: docs.gitea.com, "OAuth2 provider"; python-social-auth/social-core
/// `social_core/tests/backends/test_gitea.py`.
pub static GITEA: Dialect =
    Dialect::oauth2("gitea", "Gitea, Forgejo", Evidence::Tested).with_quirks("follows RFC 6749");

/// `gitea-access-token`: a token that the API of Gitea or Forgejo creates, with status 201.
///
/// Newer servers add `scopes`, and Forgejo adds `created_at`.
///
/// ```json
/// {"id":1,"name":"example","sha1":"EXAMPLE-ACCESS","token_last_eight":"E-ACCESS","scopes":["read:user"]}
/// ```
///
/// Source: docs.gitea.com, "API usage"; the schema `AccessToken` of Gitea's and Forgejo's OpenAPI documents.
pub static GITEA_ACCESS_TOKEN: Dialect =
    Dialect::bare("gitea-access-token", "Gitea, Forgejo", Evidence::Documented)
        .with_quirks("the token is in sha1; its Authorization scheme is token; no expiry")
        .detected_by(&["token_last_eight"])
        .access_token(paths!["sha1"])
        .scopes(paths!["scopes"])
        .issued_at(&[TimeRule::rfc3339(paths!["created_at"])])
        .authorization(Authorization::Scheme("token"));
