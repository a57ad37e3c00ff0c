//! Migrating stored tokens, and code that used another library.
//!
//! # Stored tokens
//!
//! What a library or a tool has stored is decoded as a response is, by its format. Give the instant at which the file was
//! written, its modification time, as that of receipt: only formats whose ends are lifetimes use it. Then store the token
//! as a [`StoredToken`](crate::StoredToken):
//!
//! ```
//! use anytoken::{Response, StoredToken, decode_as};
//! use time::UtcDateTime;
//!
//! // Written by intuit-oauth. Its lifetimes count from createdAt, so that it does not matter when the file is read.
//! let file = br#"{"token_type":"bearer","access_token":"EXAMPLE-ACCESS","expires_in":3600,"refresh_token":"EXAMPLE-REFRESH",
//!     "x_refresh_token_expires_in":8726400,"realmId":"1234567890","createdAt":1767225600000}"#;
//! let written = UtcDateTime::from_unix_timestamp(1_780_000_000)?;
//! let token = decode_as("intuit-oauth-jsclient-token", Response::new(file, written))?.into_token()?;
//! assert_eq!(
//!     serde_json::to_string(&StoredToken::expose(token))?,
//!     concat!(
//!         r#"{"v":1,"format":"intuit-oauth-jsclient-token","access_token":"EXAMPLE-ACCESS","token_type":"Bearer","#,
//!         r#""token_type_sent":"bearer","issued_at":"2026-01-01T00:00:00Z","expires_at":"2026-01-01T01:00:00Z","#,
//!         r#""refresh_token":"EXAMPLE-REFRESH","refresh_token_expires_at":"2026-04-12T00:00:00Z","#,
//!         r#""extras":{"realmId":"1234567890"}}"#
//!     )
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A file with several tokens has the first as its token, and the others in [`related`](crate::Decoded::related). Every
//! member that is not decoded, such as the client's secret, is an extra. Where a version is named, its own code wrote a
//! body of the corpus. Detection finds the same token and expiry, though it may call the format `oauth2`, unless the table
//! says "not detected".
//!
//! | file or cache | written by | format | what is lost, or to be known |
//! | --- | --- | --- | --- |
//! | a token of Go's x/oauth2, such as the JSON after `token =` in `rclone.conf` | rclone 1.60.1 | `golang-oauth2-token` | no scopes; the year 1 means an unknown expiry |
//! | `token.json`, `oauth_creds.json` of Gemini CLI | google-auth-library 10.9.1 | `google-auth-nodejs` | a lifetime of the refresh token is an extra: it counts from a response that the file does not date |
//! | `token.json` | google-auth 2.63.0 | `google-auth-python` | no token type; the client's secret is beside the token |
//! | `application_default_credentials.json` | gcloud | `google-adc-authorized-user` | a refresh token alone; detected by its `quota_project_id` |
//! | the cache of pandas-gbq | pydata-google-auth 1.9.1 | `google-adc-authorized-user` | a refresh token alone; not detected |
//! | `credentials.json` | oauth2client 4.1.3 | `oauth2client` | the token type is in `token_response`, an extra; `token_expiry: null` is an unknown expiry |
//! | `.clasprc.json` | clasp 3.4.1 | `clasp-credentials` | the other users' tokens are related |
//! | `mcp-oauth-tokens.json` | gemini-cli-core 0.61.0 | `gemini-mcp-tokens` | the other servers' tokens are related |
//! | `firebase-tools.json` | firebase-tools 15.34.2 | `firebase-cli-config` | `expires_in` is stale; without `expires_at` the expiry is unknown |
//! | the serialized token cache of MSAL | msal 1.39.0 for Python | `msal-cache-file` | refresh and ID tokens are related, each with its own account; a refresh token has no expiry |
//! | the serialized token cache of MSAL for Node.js | @azure/msal-node 7.2.3 | `msal-cache-file` | as for Python: related tokens, and no expiry of a refresh token |
//! | an entry of that cache | msal 1.39.0 for Python | `msal-cache` | one token, of the kind that the entry names |
//! | the printed token of `az` | azure-cli 2.91.0 | `azure-cli` | `expiresOn` is local time without an offset; before 2.54 there is no other, so the expiry is unknown |
//! | a `TokenSet` | openid-client 5.7.1 | `oauth2` | nothing |
//! | `accessToken.toJSON()` | simple-oauth2 5.1.0 | `oauth2` | nothing |
//! | a token of a session | requests-oauthlib 2.0.0 | `oauth2` | nothing; older versions write a fraction of a second |
//! | a token of a session | Authlib 1.9.10 | `oauth2` | nothing |
//! | `.cache` | spotipy 2.26.0 | `oauth2` | nothing |
//! | a serialized response of the crate `oauth2` | oauth2 5.0.0 | `rfc6749` | the expiry, unless the instant of receipt was stored too: `expires_in` counts from it |
//! | an authentication of an app | @octokit/oauth-methods 6.0.5 | `octokit-auth` | `scopes` is one text with commas; no `expiresAt` is an unknown expiry |
//! | an installation's authentication | @octokit/auth-app 8.3.1 | `octokit-auth` | `tokenType` is a kind, an extra; `permissions` are no scopes |
//! | the token storage of the browser | @okta/okta-auth-js 8.0.1 | `okta-auth-js` | the refresh token's expiry, which the file does not have: its `expiresAt` is the access token's |
//! | `sb-…-auth-token` of the browser's storage | @supabase/auth-js 2.109.0 | `supabase-gotrue` | nothing: the expiry beside the lifetime decides |
//! | the auth store | pocketbase 0.28.1 for JavaScript | `pocketbase` | no expiry: it is in the token, a JWT |
//! | `getToken()` | intuit-oauth 4.2.5 | `intuit-oauth-jsclient-token` | lifetimes count from `createdAt`; older versions wrote instants into their members |
//! | `~/.config/databricks-sdk-py/oauth` | databricks-sdk 0.162.0 for Python | `databricks-cli` | the expiry is local time without an offset, so unknown |
//! | `~/.aws/sso/cache` | botocore 1.44.8 | `aws-sso-cache` | `registrationExpiresAt` is the client's expiry, an extra |
//! | `.credentials.json` | Claude Code | `claude-code-credentials` | MCP servers' tokens are related |
//! | `credentials/default.json` | anthropic 2.14.0 | `anthropic-sdk-credentials` | nothing |
//! | `auth.json` | @openai/codex 0.171.0 | `codex-auth` | no expiry: the file has none; an agent's identity is no token |
//! | `~/.mcp-auth` | mcp-remote 0.15.1 | `mcp-remote-tokens` | `expires_in` is stale; without `expires_at` the expiry is unknown |
//! | `auth.json` | opencode 1.18.33 | `opencode-auth` | not detected; the other providers' tokens and keys are related |
//! | `oauth_creds.json` | @qwen-code/qwen-code 0.15.10 | `qwen-code-credentials` | the API's host is the API URL |
//! | `auth.json` | Grok CLI | `grok-auth` | the other logins are related |
//! | `auth.json` | vercel 58.11.0 | `vercel-cli-auth` | nothing |
//! | `config.json` | Railway's CLI | `railway-cli-config` | nothing |
//! | `credentials.tfrc.json` | Terraform | `terraform-cli-credentials` | no expiry; the other hosts' tokens are related |
//! | `credentials.json` | Pulumi | `pulumi-credentials` | no expiry; the other accounts' tokens are related |
//! | the token file of `mutt_oauth2.py`, decrypted | neomutt 20220429 | `mutt-oauth2` | the expiry is local time without an offset, so unknown |
//! | `oauth2_token.json` | garth 0.8.0 | `garmin-oauth2` | nothing: the expiries beside the lifetimes decide |
//! | `oauth1_token.json` | garth 0.8.0 | `garmin-oauth1` | not detected; no expiry; `oauth_token_secret`, which signs, is an extra |
//! | what a credential provider of Cargo answers | cargo-credential 0.4.11 | `cargo-credential-provider` | nothing |
//!
//! Local time needs the machine's offset: [`zone`](crate::dialect::TimeRule::zone) of a time rule gives it to a dialect
//! that is like the format. The cache of `aws login` has keys that sign requests, and no token: it is an error.
//!
//! # From the `oauth2` crate
//!
//! `oauth2` (5.0) makes the requests and has types for every step, but decodes only what follows RFC 6749 to the letter.
//! Keep it for the requests, and decode the response here.
//!
//! | `StandardTokenResponse` | [`Token`](crate::Token) |
//! | --- | --- |
//! | `access_token().secret()` | `access_token()?.expose()`; `None` if the response has an ID token only. `credential()` is never absent |
//! | `token_type()`; an error if it is missing | `token_type()`, an `Option`; `authorization()` makes the header |
//! | `expires_in()`, a `Duration` from an instant that is not stored | `validity().expires`: an instant, never, or unknown |
//! | `expires_in: "3600"`, a parse error | 3600 s |
//! | `refresh_token()` | `refresh_token()`, and its expiry in `validity().refresh_token_expires` |
//! | `scopes()`, which has one empty scope for `""` | `scopes()`: `None` if absent, empty if no scope was granted |
//! | `extra_fields()`, of a type chosen in advance | `extras().get("tenant")?.expose::<String>()` |
//! | `serde_json::to_string(&response)`, including secrets | `serde_json::to_string(&token.exposed())`; nothing else shows a secret |
//! | `RequestTokenError::ServerResponse(error)` | [`TokenError::ErrorResponse`](crate::TokenError::ErrorResponse), which has a remedy too |
//! | an error response with status 200, a parse error | [`TokenError::ErrorResponse`](crate::TokenError::ErrorResponse) |
//! | a token with status 201, an error | a [`Token`](crate::Token) |
//! | `RequestTokenError::Parse(_, body)`, with the whole body | [`TokenError::Decode`](crate::TokenError::Decode), without a value |
//! | `RequestTokenError::Other` for a Content-Type other than JSON | the body decides, not the Content-Type |
//!
//! # From Go's `x/oauth2`
//!
//! | `oauth2.Token` | [`Token`](crate::Token) |
//! | --- | --- |
//! | `AccessToken`, never empty | `access_token()` |
//! | `Type()`, Bearer if absent | `token_type()` is what was sent; `authorization()` uses Bearer if it is absent |
//! | `SetAuthHeader(r)` | `authorization()`, an error if a header cannot carry the token |
//! | `Expiry`, where zero means no expiry | `validity().expires`, which distinguishes `Unknown` and `Never` |
//! | `Valid()`, with 10 s of leeway | `state_at(now, Duration::seconds(10))`: `Valid`, but also `Unknown` or `NeverExpires` |
//! | `expires_in` beyond 31 bits, truncated | an absolute expiry, with a note, unless the format says otherwise |
//! | `Extra("id")`, which is a `float64` for every number | `extras().get("id")`, every digit as sent |
//! | `Extra("id_token").(string)` | `id_token()` |
//! | keeps the refresh token if none is sent | `old.refreshed_with(fresh)` |
//! | `*RetrieveError`, which prints the body | [`ErrorResponse`](crate::ErrorResponse), which masks everything that may be a secret |
//!
//! # From requests-oauthlib's compliance fixes
//!
//! A compliance fix rewrites a body until the library accepts it. Here you name the format instead:
//!
//! | fix | what it does to a response | the format |
//! | --- | --- | --- |
//! | `facebook_compliance_fix` | reads a form in text/plain, renames `expires` to `expires_in`, adds Bearer | `facebook-legacy`; `facebook` is JSON |
//! | `slack_compliance_fix` | nothing: it moves the token of a request into the query | `slack`, and the older `slack-legacy` |
//! | `instagram_compliance_fix` | nothing: it moves the token of a request into the query | `instagram-login`, `instagram-basic-display`, `instagram-legacy` |
//! | `fitbit_compliance_fix` | nothing: it adds the client to a request | `fitbit` |
//! | `mailchimp_compliance_fix` | removes a null scope, turns a lifetime of 0 into 3600 | `mailchimp`, where 0 means never |
//! | `weibo_compliance_fix` | adds Bearer | `weibo` |
//! | `plentymarkets_compliance_fix` | renames camelCase to snake_case | `plentymarkets` |
//! | `ebay_compliance_fix` | replaces two phrases by Bearer | `ebay` |
