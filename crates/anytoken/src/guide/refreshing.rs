//! Refreshing and storing a token.
//!
//! # Refresh
//!
//! [`refresh_due`](crate::Token::refresh_due) gives the instant at which to refresh, for a timer.
//! [`should_refresh_at`](crate::Token::should_refresh_at) returns true once the server's own refresh time has come, or
//! the expiry is within the margin. A token with an unknown expiry is never due: use it until a request gets a 401.
//! [`state_at`](crate::Token::state_at) distinguishes all five states.
//!
//! [`refreshed_with`](crate::Token::refreshed_with) merges the old token with its refresh. Many servers leave the
//! refresh token and the scopes out of it when they have not changed:
//!
//! ```
//! use anytoken::{Expiry, Response, State, decode_as};
//! use time::{Duration, UtcDateTime};
//!
//! let at = UtcDateTime::UNIX_EPOCH;
//! let token = |body: &str, at| Ok::<_, anytoken::TokenError>(decode_as("rfc6749", Response::new(body.as_bytes(), at))?.into_token()?);
//! let old = token(r#"{"access_token":"EXAMPLE-1","refresh_token":"EXAMPLE-R","expires_in":60,"scope":"read"}"#, at)?;
//! assert!(old.should_refresh_at(at, Duration::minutes(2)));
//!
//! let later = at + Duration::seconds(30);
//! let refreshed = old.refreshed_with(token(r#"{"access_token":"EXAMPLE-2"}"#, later)?);
//! assert_eq!(refreshed.access_token().map(|token| token.expose()), Some("EXAMPLE-2"));
//! assert_eq!(refreshed.refresh_token().map(|token| token.expose()), Some("EXAMPLE-R"));
//! assert!(refreshed.scopes().is_some_and(|scopes| scopes.contains("read")));
//! // Validity is never taken from the old token.
//! assert_eq!(refreshed.validity().expires, Expiry::Unknown);
//! assert_eq!(refreshed.state_at(later, Duration::ZERO), State::Unknown);
//! # Ok::<(), anytoken::TokenError>(())
//! ```
//!
//! # A timer
//!
//! A loop sleeps until the token is due, and fetches it again. The margin is for the time between the end of the wait and
//! the server's answer to a request with the token; it counts from the expiry, not from the server's own refresh time:
//!
//! ```
//! use anytoken::time::{Duration, UtcDateTime};
//! use anytoken::{Response, Token};
//!
//! /// How long to wait before the token is fetched again: no time if it is due, `None` if nobody knows.
//! fn wait(token: &Token, now: UtcDateTime) -> Option<std::time::Duration> {
//!     let due = token.refresh_due(Duration::minutes(5))?;
//!     Some((due - now).try_into().unwrap_or_default())
//! }
//!
//! let now = UtcDateTime::UNIX_EPOCH;
//! let token = |body: &str| anytoken::token_as("rfc6749", Response::new(body.as_bytes(), now));
//! let hour = token(r#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600}"#)?;
//! assert_eq!(wait(&hour, now), Some(std::time::Duration::from_secs(55 * 60)));
//! let minute = token(r#"{"access_token":"EXAMPLE-ACCESS","expires_in":60}"#)?;
//! assert_eq!(wait(&minute, now), Some(std::time::Duration::ZERO));
//! assert_eq!(wait(&token(r#"{"access_token":"EXAMPLE-ACCESS"}"#)?, now), None);
//! # Ok::<(), anytoken::TokenError>(())
//! ```
//!
//! In a task it is `tokio::time::sleep(wait).await`. Two more rules keep such a loop calm: never wait less than a few
//! seconds after a fetch, since a lifetime may be shorter than the margin, and after an error response whose remedy is
//! `Retry` wait at least its [`retry_after`](crate::ErrorResponse::retry_after). A sleep does not count the time that a
//! computer is suspended, so ask [`should_refresh_at`](crate::Token::should_refresh_at) again before each use.
//!
//! For tokens that a file, a variable or a command holds, `anytoken_interop::Refreshing` does all of it: threads and tasks
//! share one token, and one of them at a time reads it again.
//!
//! # Store and read back
//!
//! A [`StoredToken`](crate::StoredToken) serializes a token with its secrets, in the [canonical form](super::canonical), in
//! which every instant is absolute, and deserializes it. In a struct of your own a field says `#[serde(with = "anytoken::stored")]`.
//! [`exposed`](crate::Token::exposed) is the same form of a borrowed token.
//!
//! ```
//! use anytoken::{Response, StoredToken, decode_as};
//! use time::UtcDateTime;
//!
//! let body = br#"{"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":3600,"tenant":"example"}"#;
//! let token = decode_as("rfc6749", Response::new(body, UtcDateTime::UNIX_EPOCH))?.into_token()?;
//! let stored = serde_json::to_string(&StoredToken::expose(token.clone()))?;
//! assert_eq!(
//!     stored,
//!     concat!(
//!         r#"{"v":1,"format":"rfc6749","access_token":"EXAMPLE-ACCESS","token_type":"Bearer","#,
//!         r#""token_type_sent":"bearer","expires_at":"1970-01-01T01:00:00Z","extras":{"tenant":"example"}}"#
//!     )
//! );
//! assert_eq!(serde_json::from_str::<StoredToken>(&stored)?.into_token(), token);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The token read back equals the one that was stored, and encodes to the same bytes. It passes the checks that a response
//! passes, so a tampered store cannot bring a header or an expiry that no server could send. Its format may be one that
//! the program no longer knows.
//!
//! The text contains secrets: encrypt it, or keep it in the system's keyring. Everything else that prints a token, such as
//! `Debug`, shows `***` instead of a secret.
