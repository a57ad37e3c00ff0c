//! One unified [`Token`], and the engine that reads it from any provider's response.
//!
//! Every issuer of tokens answers in a way of its own. Here a response ([`Received`]) is split into members
//! ([`Body`]), and an [`Adapter`] reads them: a token, a refusal, or an error ([`Decoded`], [`Error`]). Nearly every
//! adapter is a [`Dialect`], a constant that states how its format departs from RFC 6749, and one engine reads *and
//! writes* by it.
//!
//! This crate knows no vendor. Users want the `anytoken` crate, which gathers all of them; this one is for those who
//! write adapters.
//!
//! ```
//! use anytoken_core::{Dialect, Grants, Received, State};
//! use time::{Duration, UtcDateTime};
//!
//! let at = UtcDateTime::from_unix_timestamp(1_767_225_600)?;
//! let body = br#"{"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":3600}"#;
//! let token = Dialect::OAUTH2.decode(Received::new(body, at).with_status(200))?.into_token()?;
//!
//! assert_eq!(token.grants(), Grants::Access);
//! assert_eq!(token.state_at(at, Duration::ZERO), State::Valid);
//! assert!(!format!("{token:?}").contains("EXAMPLE-ACCESS"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod adapter;
mod body;
mod builder;
mod bytes;
mod canonical;
mod date;
mod decoded;
mod description;
mod dialect;
mod error;
mod extras;
mod form;
mod format;
mod json;
mod lifetime;
mod note;
mod number;
mod path;
mod received;
mod refusal;
mod registry;
mod remedy;
mod scan;
mod scopes;
mod secret;
mod slot;
mod store;
mod stored;
mod token;
mod token_type;
mod tree;
mod wiped;
pub mod wire;
mod xml;

pub use adapter::{Adapter, Encoded};
pub use body::Body;
#[doc(hidden)]
pub use body::is_form;
pub use builder::TokenBuilder;
pub use canonical::{Exposed, Redacted};
pub use decoded::{Decoded, Failure, Outcome};
pub use description::InvalidDialect;
pub use dialect::{Dialect, Never, Numbered, Refusals, Time, Wire};
pub use error::{Error, ErrorKind, JsonKind, Result};
pub use extras::{Extra, Extras};
pub use format::Format;
pub use lifetime::{Expiry, Lifetime, State};
pub use note::{Note, NoteKind};
pub use path::{Path, Paths};
pub use received::{Limits, Received};
pub use refusal::Refusal;
pub use registry::Registry;
pub use remedy::Remedy;
pub use scopes::{BLANKS, Scopes};
pub use secret::Secret;
pub use slot::Slot;
pub use stored::StoredToken;
pub use token::{Grants, Token};
pub use token_type::{TokenType, TokenTypeKind};
pub use wiped::{Span, Wiped};
