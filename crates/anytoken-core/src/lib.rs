//! One unified [`Token`], and the engine that decodes any provider's token response into it.
//!
//! A [`Response`] is split into members ([`Body`](dialect::Body)), and an [`Adapter`] decodes them into a token, an
//! error response or an error ([`Decoded`], [`Error`]). Nearly every adapter is a [`Dialect`](dialect::Dialect): a
//! constant that states how its format deviates from RFC 6749, from which one engine decodes *and encodes*.
//!
//! This crate knows no vendor. Applications use the `anytoken` crate, which gathers all formats; this crate is for
//! authors of adapters, whose types are in [`dialect`].
//!
//! ```
//! # extern crate anytoken_core as anytoken;
//! use anytoken::{CredentialKind, Response, State};
//! use anytoken::dialect::Dialect;
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
pub mod dialect;
mod error;
mod format;
mod input;
mod json;
mod model;
mod named;
mod registry;
mod secret;
mod signature;
mod span;
mod suggestion;
mod value;

pub use self::adapter::{Adapter, Encoded, Entry};
pub use self::error::{Error, ErrorKind, JsonKind, Result};
pub use self::format::Format;
#[doc(hidden)]
pub use self::input::is_form;
pub use self::input::{Limits, Response};
#[doc(hidden)]
pub use self::json::json_members;
pub use self::model::{
    Canonical, CredentialKind, Decoded, ErrorResponse, Evidence, Expiry, Extra, Extras, ExtrasIter, Field,
    FieldKind, FieldValue, Note, NoteKind, Outcome, Remedy, Scopes, ScopesIter, State, StoredToken, Token,
    TokenBuilder, TokenError, TokenType, TokenTypeKind, Validity,
};
pub use self::registry::{Adapters, Registry, Tables};
pub use self::secret::{Secret, SecretBuf};
#[doc(hidden)]
pub use self::secret::{json_text, shown_name};
pub use self::span::Span;
#[doc(hidden)]
pub use self::value::Number;
