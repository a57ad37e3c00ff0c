//! Files in which Google's libraries and tools keep their tokens.

use anytoken_core::dialect::{Dialect, Evidence, TimeRule, paths};

/// `google-auth-nodejs`: what the libraries for Node.js return and programs store: `token.json`, `oauth_creds.json`.
///
/// `expires_in` of the response is replaced by `expiry_date`. A lifetime of the refresh token stays, but it does not
/// count from the time at which the file is read, so it is not decoded.
///
/// ```json
/// {"access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH",
///  "scope":"https://www.googleapis.com/auth/cloud-platform openid","token_type":"Bearer",
///  "id_token":"EXAMPLE.EXAMPLE.EXAMPLE","expiry_date":1767229200000}
/// ```
///
/// Source: recorded from google-auth-library 10.9.1; gemini-cli-core 0.61.0.
pub static AUTH_NODEJS: Dialect = Dialect::oauth2("google-auth-nodejs", "Google", Evidence::Recorded)
    .with_quirks("a file; the expiry is in milliseconds since 1970, in expiry_date")
    .expires_at(&[TimeRule::epoch_milliseconds(paths!["expiry_date"])])
    .refresh_token_expires_at(&[]);

/// `google-auth-python`: `to_json` of the credentials of the library for Python, which programs store as
/// `token.json`.
///
/// The secret of the client is beside the token.
///
/// ```json
/// {"token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","token_uri":"https://oauth2.googleapis.com/token",
///  "client_id":"EXAMPLE-CLIENT","client_secret":"EXAMPLE-SECRET","scopes":["openid"],
///  "universe_domain":"googleapis.com","account":"","expiry":"2026-01-01T01:00:00.123456Z"}
/// ```
///
/// Source: recorded from google-auth 2.63.0.
pub static AUTH_PYTHON: Dialect = Dialect::bare("google-auth-python", "Google", Evidence::Recorded)
    .with_quirks("a file; the token is in token, the expiry in expiry; the client's secret is beside them")
    .detected_by(&["token_uri+token"])
    .access_token(paths!["token"])
    .refresh_token(paths!["refresh_token"])
    .scopes(paths!["scopes"])
    .scopes_separated_by(&[])
    .client_id(paths!["client_id"])
    .expires_at(&[TimeRule::rfc3339(paths!["expiry"])]);

/// `google-adc-authorized-user`: `application_default_credentials.json` of a user.
///
/// The refresh token is the credential. The secret of the client is beside it. `scopes` is in the files of other
/// programs than gcloud, such as the cache of pydata-google-auth.
///
/// ```json
/// {"account":"","client_id":"EXAMPLE-CLIENT","client_secret":"EXAMPLE-SECRET","quota_project_id":"example",
///  "refresh_token":"EXAMPLE-REFRESH","type":"authorized_user","universe_domain":"googleapis.com"}
/// ```
///
/// Source: googleapis/google-auth-library-python `google/oauth2/credentials.py`, `google/auth/_default.py`; recorded from
/// pydata-google-auth 1.9.1.
pub static ADC_AUTHORIZED_USER: Dialect =
    Dialect::bare("google-adc-authorized-user", "Google", Evidence::Recorded)
        .with_quirks("a file with a refresh token alone; the client's secret is beside it")
        .detected_by(&["quota_project_id+refresh_token"])
        .constant_members(&[("type", "\"authorized_user\"")])
        .refresh_token(paths!["refresh_token"])
        .refresh_token_is_grant()
        .scopes(paths!["scopes"])
        .client_id(paths!["client_id"]);

/// `clasp-credentials`: the file `.clasprc.json` of clasp.
///
/// `tokens` is an object of tokens by the name of a user, usually `default` alone. The first is the token, the others
/// are related.
///
/// ```json
/// {"tokens":{"default":{"type":"authorized_user","client_id":"EXAMPLE-CLIENT","client_secret":"EXAMPLE-SECRET",
///  "access_token":"EXAMPLE-ACCESS","refresh_token":"EXAMPLE-REFRESH","scope":"openid","token_type":"Bearer",
///  "expiry_date":1767229200000}}}
/// ```
///
/// Source: recorded from clasp 3.4.1.
pub static CLASP_CREDENTIALS: Dialect = Dialect::like(&AUTH_NODEJS, "clasp-credentials", Evidence::Recorded)
    .with_quirks("a file; the tokens are in tokens, by user; the client's secret is beside each")
    .envelope("tokens/*")
    .client_id(paths!["client_id"]);

/// `gemini-mcp-tokens`: the file `mcp-oauth-tokens.json` of Gemini CLI.
///
/// It is an array of MCP servers. The first is the token, the others are related.
///
/// ```json
/// [{"serverName":"example","token":{"accessToken":"EXAMPLE-ACCESS","refreshToken":"EXAMPLE-REFRESH",
///   "tokenType":"Bearer","scope":"read write","expiresAt":1767229200000},"clientId":"EXAMPLE-CLIENT",
///   "tokenUrl":"https://example.com/token","mcpServerUrl":"https://mcp.example.com","updatedAt":1767225600000}]
/// ```
///
/// Source: recorded from gemini-cli-core 0.61.0; `mcp/token-storage/types.d.ts`, `mcp/oauth-token-storage.js`.
pub static GEMINI_MCP_TOKENS: Dialect = Dialect::bare("gemini-mcp-tokens", "Google", Evidence::Recorded)
    .with_quirks(
        "a file; an array of servers; the token is in token; the expiry is in milliseconds since 1970",
    )
    .envelope("*")
    .access_token(paths!["token/accessToken"])
    .refresh_token(paths!["token/refreshToken"])
    .token_type(paths!["token/tokenType"])
    .scopes(paths!["token/scope"])
    .api_url(paths!["mcpServerUrl"])
    .client_id(paths!["clientId"])
    .expires_at(&[TimeRule::epoch_milliseconds(paths!["token/expiresAt"])]);
