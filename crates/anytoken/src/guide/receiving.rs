//! Which format, when it arrived, and what else belongs to a response.
//!
//! # Choose a format, or have it detected
//!
//! You know whom you asked: name the format, and the response can mean one thing only. [`decode_as`](crate::decode_as)
//! takes its id from a configuration, a static such as [`azure::IMDS`](crate::azure::IMDS) names it in code. The ids are
//! permanent; `anytoken formats WORD` finds one, and so does [`FAMILIES`](crate::FAMILIES).
//!
//! [`decode`](crate::decode) is for those who do not know: a proxy, a log, a person. It goes by names of members that no
//! other format has, and never guesses: marks of two formats are an error, and a body without any is read as `oauth2`, the
//! generic reader. What has no name of its own cannot be told from it, so that `decode` is not a cheaper `decode_as`:
//!
//! ```
//! use anytoken::{Expiry, Received, decode, decode_as};
//! use time::{Duration, UtcDateTime};
//!
//! let at = UtcDateTime::UNIX_EPOCH;
//! let received = Received::new(br#"{"access_token":"EXAMPLE-ACCESS","expires_in":0,"scope":null}"#, at);
//! // Mailchimp documents that 0 means never. Nothing in the body says Mailchimp.
//! let named = decode_as("mailchimp", &received)?.into_token()?;
//! assert_eq!(named.lifetime().expires, Expiry::Never);
//! let detected = decode(&received)?.into_token()?;
//! assert_eq!(detected.format(), &"oauth2");
//! assert_eq!(detected.lifetime().expires, Expiry::At(at));
//! # Ok::<(), anytoken::Failure>(())
//! ```
//!
//! A server that follows RFC 6749 and has no id here: `rfc6749` reads it strictly by the standard's names, `oauth2` also
//! takes camelCase, absolute ends and forms.
//!
//! # Where to get `received_at`
//!
//! A lifetime counts from when the response arrived, and no function here reads a clock. Take the time when the first byte
//! of the response is there, not when somebody gets around to parsing it:
//!
//! | the response comes from | `received_at` is |
//! | --- | --- |
//! | a request of yours | `UtcDateTime::now()` as soon as the HTTP client has the head |
//! | a queue, a log, a recorded exchange | the time that stands beside it; the header `Date` where nothing else does |
//! | a cache file with a lifetime in it | the time when the file was written |
//! | a format with absolute ends alone | any instant: it is not used |
//!
//! Ask the same clock later whether the token has ended: one that is an hour late still measures an hour. Where two
//! instants could be meant the earlier one is safe, as the token then seems to end too early, and never too late.
//!
//! # What belongs to a response
//!
//! ```
//! use anytoken::{Received, Remedy, decode_as};
//! use std::time::Duration;
//! use time::UtcDateTime;
//!
//! let received = Received::owned(br#"{"error":"temporarily_unavailable"}"#.to_vec(), UtcDateTime::UNIX_EPOCH)
//!     .with_status(503)
//!     .with_header("Retry-After", "30");
//! let refusal = decode_as("rfc6749", received)?.into_token().unwrap_err();
//! assert_eq!((refusal.remedy(), refusal.retry_after()), (Remedy::Retry, Some(Duration::from_secs(30))));
//! # Ok::<(), anytoken::Error>(())
//! ```
//!
//! - The status: from 400 up the response is a refusal whatever its body is, and without one the body alone decides.
//! - `Retry-After`, and the few headers that a format reads a token from.
//! - The body as it came: text, a form, a page. [`Received::owned`](crate::Received::owned) takes the buffer over and wipes
//!   it, [`Received::new`](crate::Received::new) copies what is needed.
