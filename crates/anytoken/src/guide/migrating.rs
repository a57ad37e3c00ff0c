//! Migrating from `oauth2`, Go's `x/oauth2` and requests-oauthlib.
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
//! A stored response of `oauth2` is an RFC 6749 body: decode it as `rfc6749`, with the instant at which it was stored.
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
//! A token stored by Go has an absolute `expiry`, or a zero time if it has none:
//!
//! ```
//! use anytoken::{Expiry, Response};
//! use anytoken::dialect::Dialect;
//! use time::{Duration, UtcDateTime};
//!
//! let stored_by_go = Dialect::from_json(
//!     r#"{"id":"go-oauth2","vendor":"Go","expires_at":{"rfc3339":"expiry","when":{"0001-01-01T00:00:00Z":"unknown"}}}"#,
//! )?;
//! let at = UtcDateTime::UNIX_EPOCH; // not used: the expiry is absolute
//! let body = br#"{"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expiry":"1970-01-01T02:00:00+01:00"}"#;
//! let token = stored_by_go.decode(Response::new(body, at))?.into_token()?;
//! assert_eq!(token.validity().expires, Expiry::At(at + Duration::hours(1)));
//! let without_expiry = br#"{"access_token":"EXAMPLE-ACCESS","expiry":"0001-01-01T00:00:00Z"}"#;
//! let token = stored_by_go.decode(Response::new(without_expiry, at))?.into_token()?;
//! assert_eq!(token.validity().expires, Expiry::Unknown);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
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
//!
//! A token stored by requests-oauthlib has both `expires_in` and `expires_at`, an instant with a fraction. The generic
//! format `oauth2` uses the instant:
//!
//! ```
//! use anytoken::{Expiry, Response, decode_as};
//! use time::UtcDateTime;
//!
//! let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600,"expires_at":1767229200.25,"scope":["read"]}"#;
//! let token = decode_as("oauth2", Response::new(body, UtcDateTime::from_unix_timestamp(1_767_225_600)?))?.into_token()?;
//! assert_eq!(token.validity().expires, Expiry::At(UtcDateTime::from_unix_timestamp(1_767_229_200)?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
