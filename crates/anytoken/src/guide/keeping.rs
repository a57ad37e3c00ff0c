//! When it is time to refresh, what is left of the old token, and how one is stored.
//!
//! # Refresh
//!
//! [`should_refresh_at`](crate::Token::should_refresh_at) is true once the server's own advice has come, or the end is
//! within a margin. A token of which no end is stated is never due: use it until a request is answered with 401.
//! [`state_at`](crate::Token::state_at) tells the five cases apart.
//!
//! What a refresh brings is merged by [`renewed_by`](crate::Token::renewed_by). Most servers send no refresh token the
//! second time, or no scopes, and mean that they are as before:
//!
//! ```
//! use anytoken::{Expiry, Received, State, decode_as};
//! use time::{Duration, UtcDateTime};
//!
//! let at = UtcDateTime::UNIX_EPOCH;
//! let token = |body: &str, at| Ok::<_, anytoken::Failure>(decode_as("rfc6749", Received::new(body.as_bytes(), at))?.into_token()?);
//! let old = token(r#"{"access_token":"EXAMPLE-1","refresh_token":"EXAMPLE-R","expires_in":60,"scope":"read"}"#, at)?;
//! assert!(old.should_refresh_at(at, Duration::minutes(2)));
//!
//! let later = at + Duration::seconds(30);
//! let renewed = old.renewed_by(token(r#"{"access_token":"EXAMPLE-2"}"#, later)?);
//! assert_eq!(renewed.access_token().map(|token| token.expose()), Some("EXAMPLE-2"));
//! assert_eq!(renewed.refresh_token().map(|token| token.expose()), Some("EXAMPLE-R"));
//! assert!(renewed.scopes().is_some_and(|scopes| scopes.contains("read")));
//! // The lifetime is the new token's own: what it does not say is not taken from the old one.
//! assert_eq!(renewed.lifetime().expires, Expiry::Unstated);
//! assert_eq!(renewed.state_at(later, Duration::ZERO), State::Unknown);
//! # Ok::<(), anytoken::Failure>(())
//! ```
//!
//! # Store and read back
//!
//! [`exposed`](crate::Token::exposed) is the one way to serialize a token with its secrets: the canonical form, in which
//! every instant is absolute, so that nothing depends on when it is read back. [`StoredToken`](crate::StoredToken) reads it.
//!
//! ```
//! use anytoken::{Received, StoredToken, decode_as};
//! use time::UtcDateTime;
//!
//! let body = br#"{"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":3600,"tenant":"example"}"#;
//! let token = decode_as("rfc6749", Received::new(body, UtcDateTime::UNIX_EPOCH))?.into_token()?;
//! let stored = serde_json::to_string(&token.exposed())?;
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
//! A token that is read back equals the one that was stored, and its format encodes it to the same bytes. What is read back
//! passes the checks of what is read from a server, so that a shared store adds no header and no end that no server sent.
//!
//! The text is a secret: encrypt it, or keep it in the keyring of the system. A stored format need not be one that the
//! program still knows. Everything else that prints a token, `Debug` and a log of it, shows `***` in the place of secrets.
