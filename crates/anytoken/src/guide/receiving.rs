//! Responses: which format they have, when they arrived, and what belongs to them.
//!
//! # Choose a format, or have it detected
//!
//! Name the format if you know which provider you called: the response then has one meaning only.
//! [`decode_as`](crate::decode_as) takes its id, for example from a configuration; a static such as
//! [`azure::IMDS`](crate::azure::IMDS) names it in code. Ids are permanent; `anytoken formats WORD` finds one, and
//! [`families`](crate::families) lists them all.
//!
//! [`decode`](crate::decode) is for a proxy or a log, which sees responses of many providers. It detects a format by its
//! signature, member names that no other format has, at the top level or in an object there, and never guesses a format:
//! signatures of two formats are an error, and a body without a signature is read as the generic `oauth2`. Many formats
//! have no signature, so `decode` cannot replace `decode_as`:
//!
//! ```
//! use anytoken::{Expiry, Response, decode, decode_as};
//! use time::{Duration, UtcDateTime};
//!
//! let at = UtcDateTime::UNIX_EPOCH;
//! let response = Response::new(br#"{"access_token":"EXAMPLE-ACCESS","expires_in":0,"scope":null}"#, at);
//! // Mailchimp documents that 0 means never. Nothing in the body shows that it comes from Mailchimp.
//! let named = decode_as("mailchimp", &response)?.into_token()?;
//! assert_eq!(named.validity().expires, Expiry::Never);
//! let detected = decode(&response)?.into_token()?;
//! assert_eq!(detected.format(), &"oauth2");
//! assert_eq!(detected.validity().expires, Expiry::At(at));
//! # Ok::<(), anytoken::TokenError>(())
//! ```
//!
//! If a server follows RFC 6749 and has no id here, `rfc6749` reads it strictly by the standard's names; `oauth2` also
//! accepts camelCase, absolute instants and forms.
//!
//! # When the response arrived
//!
//! A lifetime counts from the instant at which the response arrived, and this library never reads a clock. Take the time
//! when the first byte of the response arrives, not when it is parsed:
//!
//! | source of the response | instant of arrival |
//! | --- | --- |
//! | your own request | `UtcDateTime::now()` as soon as the HTTP client has the headers |
//! | a queue, a log, a recording | the recorded time, else the `Date` header |
//! | a cache file that contains a lifetime | the time when the file was written |
//! | a format with absolute instants only | any instant: it is not used |
//!
//! Use the same clock later to check for expiry: a clock that is an hour slow still measures an hour. If you are unsure
//! between two instants, take the earlier one: the token then seems to expire too early, never too late.
//!
//! # Tokens that no format describes
//!
//! Where nothing at the top is an access or ID token, `oauth2` looks for one under a common name, such as `token`, `jwt` or
//! `sessionToken`, and in common envelopes, such as `data` or `result`, up to three levels down. It reads the object that
//! holds the token as if it were the top. Such a token says [`is_assumed`](crate::Token::is_assumed), and the notes
//! `assumed_token` and `wrapped` say why. Two different tokens are an error, and what may be a token of another kind is not
//! read at all: one beside a second factor, a CSRF or reset token, a device's, a card's, a cursor. The error then has a
//! [`hint`](crate::Error::hint), the member that looks like a token:
//!
//! ```
//! use anytoken::{Response, decode};
//! use time::UtcDateTime;
//!
//! let at = UtcDateTime::UNIX_EPOCH;
//! let login = Response::new(br#"{"data":{"token":"EXAMPLE-ACCESS","expires_in":60}}"#, at);
//! let token = decode(&login)?.into_token()?;
//! assert!(token.is_assumed());
//! let reset = Response::new(br#"{"reset_token":"EXAMPLE-RESET"}"#, at);
//! assert_eq!(decode(&reset).unwrap_err().hint(), Some("reset_token"));
//! # Ok::<(), anytoken::TokenError>(())
//! ```
//!
//! # Expiries that no format describes
//!
//! Without a format, names are compared without case, `_` and `-`, and may begin with the token that they are about:
//! `refreshTokenExpiresAt` and `refresh_expires_at` are the same. A value that is not certain is not used, and noted:
//!
//! | member | decoded as |
//! | --- | --- |
//! | `expires_in` | a lifetime in seconds, or an instant from 1,000,000,000 |
//! | `expires_at`, `expires_on` | an instant: a date, seconds, or milliseconds from 100,000,000,000 |
//! | `expires` | either by size; in JSON a lifetime is at most a day, and no round number of milliseconds |
//! | `expiry`, `expiration`, `expire_time`, `valid_until` and the like | an instant, if it can be one |
//! | `token_expires_in` and the like | a lifetime of up to a day, or of whole days up to a year |
//! | `timeout`, `duration` and the like | an extra: an idle time is no expiry |
//!
//! A number under `expires`, `expires_in` and their like that lies more than ten years ahead is not used either: it may be
//! a lifetime in milliseconds, unless the name ends with `sec` or `seconds`.
//!
//! # What belongs to a response
//!
//! ```
//! use anytoken::{Response, Remedy, decode_as};
//! use std::time::Duration;
//! use time::UtcDateTime;
//!
//! let response = Response::from_vec(br#"{"error":"temporarily_unavailable"}"#.to_vec(), UtcDateTime::UNIX_EPOCH)
//!     .with_status(503)
//!     .with_header("Retry-After", "30");
//! let error_response = decode_as("rfc6749", response)?.into_token().unwrap_err();
//! assert_eq!((error_response.remedy(), error_response.retry_after()), (Remedy::Retry, Some(Duration::from_secs(30))));
//! # Ok::<(), anytoken::Error>(())
//! ```
//!
//! - The status. From 400 up, the response is an error response regardless of its body. Without a status the body decides.
//! - The headers: `Retry-After`, and the few from which a format reads a token.
//! - The body, unchanged: JSON, a form, an HTML page. [`Response::from_vec`](crate::Response::from_vec) takes the buffer
//!   over and wipes it; [`Response::new`](crate::Response::new) borrows the body and copies it once.
