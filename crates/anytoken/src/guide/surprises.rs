//! What surprised us: clients and stores that change a token before you read it.
//!
//! A token that comes from a store is what some client made of a response. Each row was seen with the version it names;
//! the folder `findings` of the repository has a script for each of these, and for others.
//!
//! | what happens | software | what to do |
//! | --- | --- | --- |
//! | A refresh that does not repeat the refresh token loses it. | simple-oauth2 5.1.0 (npm) | merge with [`refreshed_with`](crate::Token::refreshed_with) |
//! | A refresh token that the server rotated is overwritten by the old one, which no longer works. | google-auth-library 10.9.1 (npm) | save what its `tokens` event brings |
//! | A refresh at the expiry does not call the function that saves the token, and GitHub accepts a refresh token once. | @octokit/auth-oauth-user 6.0.4 (npm) | compare and save after each `auth()` |
//! | The order of `expires_in` and `expires_at` in the response decides which of them is the expiry. | openid-client 5.7.1 (npm) | decode the response itself: here the absolute expiry counts |
//! | An `expires_at` that is a text is dropped, so the lifetime beside it starts again at each load. | Authlib 1.9.10 (PyPI), with a token of simple-oauth2 | decode it here: dates and numbers are both expiries |
//! | An `expires_at` that is sent as a text of seconds loads until that instant, and then raises an error. | ruby-oauth2 1.4.4 (Debian) | decode it here: a text of a number is a number |
//! | An `expiry` that has a fraction loses its offset, and is hours off. | google-auth 2.63.0 (PyPI) | write it in UTC, with `Z` |
//! | The expiry is saved in local time without a zone. | databricks-sdk 0.162.0 (PyPI) | it is unknown here; a dialect of your own can state the zone |
//! | The saved scopes are those that were requested, even if the server granted fewer. | spotipy 2.26.0 (PyPI) | do not decide by them what a user may do |
//!
//! # A lifetime has no beginning in a store
//!
//! A saved `expires_in` counts from the instant at which the response arrived. If the store has the expiry too, it is
//! used, in whatever form, and a note states the difference:
//!
//! ```
//! use anytoken::{Expiry, NoteKind, Response, decode_as};
//! use time::{Duration, UtcDateTime};
//!
//! let loaded_at = UtcDateTime::from_unix_timestamp(1_767_225_600)?;
//! let saved = br#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600,"expires_at":"2025-12-31T23:00:00.000Z"}"#;
//! let decoded = decode_as("oauth2", Response::new(saved, loaded_at))?;
//! assert!(decoded.notes.iter().any(|note| matches!(note.kind, NoteKind::EndsDiffer { .. })));
//! assert_eq!(decoded.into_token()?.validity().expires, Expiry::At(loaded_at - Duration::hours(1)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! If it has none, [`Response::new`](crate::Response::new) needs the instant at which the response arrived. With the
//! present instant the lifetime starts again.
//!
//! # Absent, null and zero
//!
//! `"expires_in":null` states no expiry, `"expires_in":0` states that the token has expired. The MCP SDK for TypeScript
//! (1.32.2) turns null into 0, and @badgateway/oauth2-client (3.3.1) turns 0 into null. In a response they differ:
//!
//! ```
//! use anytoken::{Expiry, Response, token_as};
//! use time::UtcDateTime;
//!
//! let at = UtcDateTime::UNIX_EPOCH;
//! let null = token_as("oauth2", Response::new(br#"{"access_token":"EXAMPLE-ACCESS","expires_in":null}"#, at))?;
//! assert_eq!(null.validity().expires, Expiry::Unknown);
//! let zero = token_as("oauth2", Response::new(br#"{"access_token":"EXAMPLE-ACCESS","expires_in":0}"#, at))?;
//! assert_eq!(zero.validity().expires, Expiry::At(at));
//! # Ok::<(), anytoken::TokenError>(())
//! ```
