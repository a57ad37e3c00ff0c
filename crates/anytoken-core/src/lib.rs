//! One unified [`Token`], and the engine that decodes any provider's token response into it.
//!
//! A [`Response`] is split into members ([`Body`]), and an [`Adapter`] decodes them into a token, an error response or
//! an error ([`Decoded`], [`Error`]). Nearly every adapter is a [`Dialect`]: a constant that states how its format
//! deviates from RFC 6749, from which one engine decodes *and encodes*.
//!
//! This crate knows no vendor. Applications use the `anytoken` crate, which gathers all formats; this crate is for
//! authors of adapters.
//!
//! ```
//! use anytoken_core::{Dialect, CredentialKind, Response, State};
//! use time::{Duration, UtcDateTime};
//!
//! let at = UtcDateTime::from_unix_timestamp(1_767_225_600)?;
//! let body = br#"{"access_token":"EXAMPLE-ACCESS","token_type":"bearer","expires_in":3600}"#;
//! let token = Dialect::OAUTH2.decode(Response::new(body, at).with_status(200))?.into_token()?;
//!
//! assert_eq!(token.credential_kind(), CredentialKind::Access);
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
mod error_response;
mod extras;
mod field;
mod field_path;
mod form;
mod format;
mod json;
mod note;
mod number;
mod registry;
mod remedy;
mod response;
mod scan;
mod scopes;
mod secret;
mod secret_buf;
mod store;
mod stored;
mod suggestion;
mod token;
mod token_type;
mod tree;
mod validity;
pub mod wire;
mod xml;

pub use adapter::{Adapter, Encoded};
pub use body::Body;
#[doc(hidden)]
pub use body::is_form;
pub use builder::TokenBuilder;
pub use canonical::{Exposed, Redacted};
pub use decoded::{Decoded, Outcome, TokenError};
pub use description::InvalidDialect;
pub use dialect::{Dialect, ErrorShape, Never, Numbered, TimeRule, Wire};
pub use error::{Error, ErrorKind, JsonKind, Result};
pub use error_response::ErrorResponse;
pub use extras::{Extra, Extras, ExtrasIter};
pub use field::Field;
pub use field_path::{FieldPath, FieldPaths};
pub use format::Format;
pub use note::{Note, NoteKind};
pub use registry::Registry;
pub use remedy::Remedy;
pub use response::{Limits, Response};
pub use scopes::{BLANKS, Scopes, ScopesIter};
pub use secret::Secret;
pub use secret_buf::{SecretBuf, Span};
pub use stored::StoredToken;
pub use token::{CredentialKind, Token};
pub use token_type::{TokenType, TokenTypeKind};
pub use validity::{Expiry, State, Validity};
