//! Atlassian.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

use crate::standard::OAUTH1;

/// `bitbucket-cloud`: Bitbucket Cloud's token endpoint.
///
/// ```json
/// {"scopes":"account repository","access_token":"EXAMPLE-ACCESS","expires_in":7200,"token_type":"bearer",
///  "refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: python-social-auth/social-core `social_core/tests/backends/test_bitbucket.py`.
pub static BITBUCKET_CLOUD: Dialect = Dialect::oauth2("bitbucket-cloud", "Atlassian", Evidence::Tested)
    .with_quirks("the scopes are in scopes")
    .scopes(paths!["scopes"]);

/// `bitbucket-datacenter`: Bitbucket Data Center's token endpoint.
///
/// Scopes are in capitals.
///
/// ```json
/// {"scope":"REPO_READ","access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":7199,
///  "refresh_token":"EXAMPLE-REFRESH"}
/// ```
///
/// Source: python-social-auth/social-core `social_core/tests/backends/test_bitbucket_datacenter.py`.
pub static BITBUCKET_DATACENTER: Dialect =
    Dialect::oauth2("bitbucket-datacenter", "Atlassian", Evidence::Tested).with_quirks("follows RFC 6749");

/// `jira-oauth1`: the OAuth 1.0a of Jira's application links.
///
/// Both lifetimes are years. An error response is a form with `oauth_problem`.
///
/// ```text
/// oauth_token=EXAMPLE-TOKEN&oauth_token_secret=EXAMPLE-SECRET&oauth_expires_in=157680000
/// &oauth_session_handle=EXAMPLE&oauth_authorization_expires_in=160272000
/// ```
///
/// Source: public code that parses these members.
pub static JIRA_OAUTH1: Dialect = Dialect::like(&OAUTH1, "jira-oauth1", Evidence::Unverified)
    .by("Atlassian")
    .with_quirks("a form; the session handle is the refresh token; a second secret signs each request")
    .refresh_token(paths!["oauth_session_handle"])
    .expires_at(&[TimeRule::seconds(paths!["oauth_expires_in"]).text()])
    .refresh_token_expires_at(&[TimeRule::seconds(paths!["oauth_authorization_expires_in"]).text()]);
