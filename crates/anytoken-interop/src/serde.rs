//! Modules for fields of your own structs: `#[serde(with = "…")]`.
//!
//! They accept numbers as strings and strings as numbers, as providers send them, read them exactly, and never quote a
//! value in an error. They serialize as RFC 6749 does: a number, or scopes separated by spaces.
//!
//! | module | type of the field |
//! | --- | --- |
//! | [`seconds`] | implements [`Seconds`]: integers and durations |
//! | [`optional_seconds`] | an `Option` of such a type |
//! | [`epoch`] | implements [`Instant`]: `UtcDateTime`, `OffsetDateTime`, `SystemTime`, and those of chrono and jiff with their features |
//! | [`optional_epoch`] | an `Option` of such a type |
//! | [`scopes`] | a collection of `String`s |
//! | [`optional_scopes`] | an `Option` of such a collection |
//!
//! Add `#[serde(default)]` to an optional field. All of them need the source text of a value, which only `serde_json`
//! provides, and not below `flatten` or `untagged`: elsewhere they return an error.
//!
//! ```
//! use std::time::Duration;
//! use time::UtcDateTime;
//!
//! #[derive(serde::Deserialize)]
//! struct TokenResponse {
//!     #[serde(with = "anytoken_interop::serde::seconds")]
//!     expires_in: Duration,
//!     #[serde(with = "anytoken_interop::serde::optional_epoch", default)]
//!     expires_on: Option<UtcDateTime>,
//!     #[serde(with = "anytoken_interop::serde::scopes")]
//!     scope: Vec<String>,
//! }
//!
//! let response: TokenResponse = serde_json::from_str(r#"{"expires_in":"3.6e3","expires_on":"1767225600","scope":"read write"}"#)?;
//! assert_eq!(response.expires_in, Duration::from_secs(3600));
//! assert_eq!(response.expires_on, UtcDateTime::from_unix_timestamp(1_767_225_600).ok());
//! assert_eq!(response.scope, ["read", "write"]);
//!
//! let error = serde_json::from_str::<TokenResponse>(r#"{"expires_in":"EXAMPLE"}"#).err().unwrap();
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
mod whole_seconds;

pub use instant::Instant;
pub use whole_seconds::Seconds;
