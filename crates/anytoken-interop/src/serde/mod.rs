//! Fields of a struct of one's own, for those who keep theirs: `#[serde(with = "…")]`.
//!
//! Numbers may be strings and strings numbers, as providers send them; they are read exactly, and no error quotes a
//! value. What is written is what RFC 6749 has: a number, or scopes with blanks between them.
//!
//! | helper | type of the field |
//! | --- | --- |
//! | [`seconds`] | whatever implements [`Seconds`]: integers and durations |
//! | [`optional_seconds`] | an `Option` of that |
//! | [`epoch`] | whatever implements [`Instant`]: `UtcDateTime`, `OffsetDateTime`, `SystemTime`, and those of chrono and jiff with their features |
//! | [`optional_epoch`] | an `Option` of that |
//! | [`scopes`] | a collection of `String`s |
//! | [`optional_scopes`] | an `Option` of that |
//!
//! The optional ones want `#[serde(default)]` beside them, as every `with` does. All read from the source text of a
//! value, which only `serde_json` hands out, and not below `flatten` or `untagged`: elsewhere they are errors.
//!
//! ```
//! use std::time::Duration;
//! use time::UtcDateTime;
//!
//! #[derive(serde::Deserialize)]
//! struct Reply {
//!     #[serde(with = "anytoken_interop::serde::seconds")]
//!     expires_in: Duration,
//!     #[serde(with = "anytoken_interop::serde::optional_epoch", default)]
//!     expires_on: Option<UtcDateTime>,
//!     #[serde(with = "anytoken_interop::serde::scopes")]
//!     scope: Vec<String>,
//! }
//!
//! let reply: Reply = serde_json::from_str(r#"{"expires_in":"3.6e3","expires_on":"1767225600","scope":"read write"}"#)?;
//! assert_eq!(reply.expires_in, Duration::from_secs(3600));
//! assert_eq!(reply.expires_on, UtcDateTime::from_unix_timestamp(1_767_225_600).ok());
//! assert_eq!(reply.scope, ["read", "write"]);
//!
//! let error = serde_json::from_str::<Reply>(r#"{"expires_in":"EXAMPLE"}"#).err().unwrap();
//! assert_eq!(error.to_string(), "invalid seconds at line 1 column 24");
//! # Ok::<(), serde_json::Error>(())
//! ```

pub mod epoch;
mod instant;
pub mod optional_epoch;
pub mod optional_scopes;
pub mod optional_seconds;
mod raw;
pub mod scopes;
pub mod seconds;
mod whole;

pub use instant::Instant;
pub use whole::Seconds;
