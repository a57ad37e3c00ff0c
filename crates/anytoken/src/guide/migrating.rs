//! What becomes of `oauth2`'s struct, of Go's `x/oauth2`, of requests-oauthlib's compliance fixes.
//!
//! # From the `oauth2` crate
//!
//! `oauth2` (5.0) makes the requests and has types for every step; it reads what follows RFC 6749 to the letter. Keep it for
//! the requests, and read the response here.
//!
//! | `StandardTokenResponse` | [`Token`](crate::Token) |
//! | --- | --- |
//! | `access_token().secret()` | `access_token()?.expose()`, which is `None` where an ID token alone was granted; `credential()` is always there |
//! | `token_type()`, an error where it is missing | `token_type()`, an `Option`; `authorization()` makes the header |
//! | `expires_in()`, a `Duration` from an instant that is not kept | `lifetime().expires`: unstated, an instant, or never |
//! | `expires_in: "3600"`, a parse error | 3600 s |
//! | `refresh_token()` | `refresh_token()`, and its end in `lifetime().refresh_token_expires` |
//! | `scopes()`, which has one empty scope for `""` | `scopes()`: `None` not said, empty none granted |
//! | `extra_fields()`, of a type that is chosen beforehand | `extras().get("tenant")?.read::<String>()` |
//! | `serde_json::to_string(&response)`, secrets and all | `exposed()`, and nothing else, shows a secret |
//! | `RequestTokenError::ServerResponse(error)` | [`Failure::Refused`](crate::Failure::Refused), which also has a remedy |
//! | the same with status 200, a parse error | the same refusal |
//! | a token with status 201, an error | a token |
//! | `RequestTokenError::Parse(_, body)`, with the whole body | [`Failure::NotUnderstood`](crate::Failure::NotUnderstood), without a value |
//! | `RequestTokenError::Other` for a Content-Type that is not JSON | the body decides how it is read |
//!
//! A response of `oauth2` that was stored is an RFC 6749 body: read it as `rfc6749`, at the instant when it was stored.
//!
//! # From Go's `x/oauth2`
//!
//! | `oauth2.Token` | [`Token`](crate::Token) |
//! | --- | --- |
//! | `AccessToken`, never empty | `access_token()` |
//! | `Type()`, Bearer where nothing is said | `token_type()` says what was sent, `authorization()` says Bearer for nothing |
//! | `SetAuthHeader(r)` | `authorization()`, which refuses what a header cannot carry |
//! | `Expiry`, of which zero means no end | `lifetime().expires`: `Unstated` and `Never` are two things |
//! | `Valid()`, 10 s ahead | `state_at(now, Duration::seconds(10))`: `Valid`, but also `Unknown` or `NeverExpires` |
//! | `expires_in` beyond 31 bits, cut down | an absolute end, with a note, unless the format says otherwise |
//! | `Extra("id")`, which is a `float64` for every number | `extras().get("id")`, as sent and to the digit |
//! | `Extra("id_token").(string)` | `id_token()` |
//! | a refresh token that is kept when none is sent | `old.renewed_by(fresh)` |
//! | `*RetrieveError`, which prints the body | [`Refusal`](crate::Refusal), which prints none of it that may be a secret |
//!
//! What Go has stored has an absolute `expiry`, and a zero time for none:
//!
//! ```
//! use anytoken::{Dialect, Expiry, Received};
//! use time::{Duration, UtcDateTime};
//!
//! let stored_by_go = Dialect::from_json(
//!     r#"{"id":"go-oauth2","vendor":"Go","expires":{"rfc3339":"expiry","silent":"0001-01-01T00:00:00Z"}}"#,
//! )?;
//! let at = UtcDateTime::UNIX_EPOCH; // ends are absolute: any instant does
//! let body = br#"{"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expiry":"1970-01-01T02:00:00+01:00"}"#;
//! let token = stored_by_go.decode(Received::new(body, at))?.into_token()?;
//! assert_eq!(token.lifetime().expires, Expiry::At(at + Duration::hours(1)));
//! let endless = br#"{"access_token":"EXAMPLE-ACCESS","expiry":"0001-01-01T00:00:00Z"}"#;
//! let token = stored_by_go.decode(Received::new(endless, at))?.into_token()?;
//! assert_eq!(token.lifetime().expires, Expiry::Unstated);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # From requests-oauthlib's compliance fixes
//!
//! A fix rewrites a body until the library takes it. Here the format has a name, and nothing is rewritten:
//!
//! | fix | what it does to a response | the format |
//! | --- | --- | --- |
//! | `facebook_compliance_fix` | a form in text/plain, `expires` for `expires_in`, adds Bearer | `facebook-legacy`; `facebook` is JSON |
//! | `slack_compliance_fix` | nothing: it moves the token of a request into the query | `slack`, and the older `slack-legacy` |
//! | `instagram_compliance_fix` | nothing: it does the same | `instagram-login`, `instagram-basic-display`, `instagram-legacy` |
//! | `fitbit_compliance_fix` | nothing: it adds the client to a request | `fitbit` |
//! | `mailchimp_compliance_fix` | takes a null scope out, makes 3600 of a lifetime of 0 | `mailchimp`, of which 0 means never |
//! | `weibo_compliance_fix` | adds Bearer | `weibo` |
//! | `plentymarkets_compliance_fix` | camelCase to snake_case | `plentymarkets` |
//! | `ebay_compliance_fix` | two phrases to Bearer | `ebay` |
//!
//! A token that requests-oauthlib has stored has both `expires_in` and `expires_at`, an instant with a fraction. The
//! generic reader takes the instant:
//!
//! ```
//! use anytoken::{Expiry, Received, decode_as};
//! use time::UtcDateTime;
//!
//! let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600,"expires_at":1767229200.25,"scope":["read"]}"#;
//! let token = decode_as("oauth2", Received::new(body, UtcDateTime::from_unix_timestamp(1_767_225_600)?))?.into_token()?;
//! assert_eq!(token.lifetime().expires, Expiry::At(UtcDateTime::from_unix_timestamp(1_767_229_200)?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
