//! Every provider's token response, one [`Token`].
//!
//! ```
//! use anytoken::{CredentialKind, Expiry, Response};
//! use time::{Duration, UtcDateTime};
//!
//! // Azure sends every number as a string.
//! let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_in":"3600","token_type":"Bearer","msi_res_id":"example"}"#;
//! let at = UtcDateTime::UNIX_EPOCH; // when the response arrived: the library never reads a clock
//!
//! let token = anytoken::decode(Response::new(body, at).with_status(200))?.into_token()?;
//! assert_eq!(token.format(), &"azure-imds");
//! assert_eq!(token.credential_kind(), CredentialKind::Access);
//! assert_eq!(token.validity().expires, Expiry::At(at + Duration::hours(1)));
//! # Ok::<(), anytoken::TokenError>(())
//! ```
//!
//! # The five nouns
//!
//! A [`Response`] is what the server sent: bytes, the instant of arrival, status and headers. Decoding it gives a
//! [`Decoded`], whose [`Outcome`] is either a [`Token`] or an [`ErrorResponse`]. A `Token` holds the credentials, their
//! validity, and every other member as it was sent. An `ErrorResponse` is the server's no, with a [`Remedy`] that says
//! what to do about it. An [`Error`] means that the response could not be understood. [`TokenError`] is either of the
//! last two, so that one `?` handles both:
//!
//! ```
//! use anytoken::{Remedy, Response, Token, TokenError};
//! use time::UtcDateTime;
//!
//! fn token(body: &[u8]) -> Result<Token, TokenError> {
//!     anytoken::token_as("slack", Response::new(body, UtcDateTime::UNIX_EPOCH))
//! }
//! match token(br#"{"ok":false,"error":"ratelimited"}"#) {
//!     Err(TokenError::ErrorResponse(error_response)) => assert_eq!(error_response.remedy(), Remedy::Retry),
//!     _ => unreachable!(),
//! }
//! ```
//!
//! # Choosing a function
//!
//! - [`token_as`] takes the id of a format; [`formats`] lists them. Prefer it: you know which provider you called.
//! - [`token`] detects the format by its signature, member names that no other format has. It reads everything else as
//!   `oauth2`. Some formats have no signature, or use common names with other units: they need [`token_as`].
//! - [`decode_as`] and [`decode`] return notes and related tokens as well.
//! - `anytoken::azure::IMDS.decode(…)` names the format in code instead of by a string.
//! - [`registry`] finds a format by its id; [`registry_with`] adds formats of your own, made with [`dialect`].
//! - [`encode`] turns a token into the bytes that a provider would send.
//!
//! # Who needs what
//!
//! Callers need the five nouns and what they are made of: [`Validity`], [`Expiry`], [`State`], [`Scopes`], [`Extras`],
//! [`Note`], [`Secret`], and [`StoredToken`] for a store. Authors of formats need [`dialect`], and for a format of code
//! [`Adapter`], [`TokenBuilder`] and [`Encoded`]. [`wire`] has the vendors' own structs.
//!
//! # Features
//!
//! Each family of formats is a feature, and all are on by default: `oauth`, `azure`, `google`, `aws`, `cluster`, `asia`
//! and `affinidi`. A format of a family that is left out is unknown and not detected; nothing else changes.
//!
//! # Naming
//!
//! `decode…` turns a response into a token, `encode…` a token into bytes. Methods called `with_…` set an option and
//! return the value. Only methods called `expose…` and those that return an exposed form give access to a secret.
//!
//! # The guide
//!
//! The [`guide`] covers [responses and their arrival](guide::receiving),
//! [notes, error responses and errors](guide::outcomes), [refreshing and storing](guide::refreshing),
//! [formats of your own](guide::dialects), [migrating from other libraries](guide::migrating),
//! and [what other software does to tokens](guide::surprises).

pub mod guide;
pub mod stored;

use std::fmt;

pub use anytoken_core::{
    Adapter, Adapters, Canonical, CredentialKind, Decoded, Encoded, Error, ErrorKind, ErrorResponse,
    Evidence, Expiry, Extra, Extras, ExtrasIter, Field, FieldKind, FieldValue, Format, JsonKind, Limits,
    Note, NoteKind, Outcome, Registry, Remedy, Response, Result, Scopes, ScopesIter, Secret, SecretBuf, Span,
    State, StoredToken, Token, TokenBuilder, TokenError, TokenType, TokenTypeKind, Validity, dialect,
};
use anytoken_core::{Entry, Tables};
#[doc(hidden)]
pub use anytoken_core::{is_form, json_members, json_text};
#[doc(inline)]
pub use anytoken_wire::{self as wire, wire_struct};
/// Instants and durations of the interface.
#[doc(no_inline)]
pub use time;

#[doc = include_str!("../links.md")]
#[doc = include_str!("../formats.md")]
#[cfg(doc)]
pub mod formats {}

/// Lists the families: each with its feature, which is the module's name, and its crate.
macro_rules! families {
    ($($feature:literal $module:ident $crate_of:ident)+) => {
        $(
            #[cfg(feature = $feature)]
            #[doc(inline)]
            pub use $crate_of as $module;
        )+

        const ENTRIES: &[&[Entry]] = &[$(
            #[cfg(feature = $feature)]
            $module::ENTRIES,
        )+];

        const FAMILIES: &[Family] = &[$(
            #[cfg(feature = $feature)]
            Family { name: concat!("anytoken-", $feature), formats: $module::ENTRIES.len() },
        )+];
    };
}

families! {
    "oauth" oauth anytoken_oauth
    "azure" azure anytoken_azure
    "google" google anytoken_google
    "aws" aws anytoken_aws
    "cluster" cluster anytoken_cluster
    "asia" asia anytoken_asia
    "affinidi" affinidi anytoken_affinidi
}

const SIZES: (usize, usize) = Tables::sizes(ENTRIES);
static TABLES: Tables<{ SIZES.0 }, { SIZES.1 }> = Tables::new(ENTRIES);
static REGISTRY: Registry = Registry::of(&TABLES);

/// A family of formats: a crate that this crate gathers.
#[derive(Clone, Copy)]
pub struct Family {
    name: &'static str,
    formats: usize,
}

impl Family {
    /// Returns the name of the crate.
    pub fn name(self) -> &'static str {
        self.name
    }

    /// Returns the adapters of the crate.
    pub fn adapters(self) -> impl Iterator<Item = &'static dyn Adapter> {
        let before = FAMILIES.iter().take_while(|family| family.name != self.name);
        REGISTRY.iter().skip(before.map(|family| family.formats).sum()).take(self.formats)
    }
}

impl fmt::Debug for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// Returns the families of formats.
///
/// ```
/// let ids: Vec<&str> = anytoken::families().iter().flat_map(|family| family.adapters()).map(|format| format.id()).collect();
/// assert!(ids.contains(&"azure-imds"));
/// ```
#[doc(alias = "formats")]
pub fn families() -> &'static [Family] {
    FAMILIES
}

/// Returns the registry of every format in this crate, which is made when the program is compiled.
///
/// ```
/// let slack = anytoken::registry().get("slack").unwrap();
/// assert_eq!(slack.vendor(), "Slack");
/// ```
#[doc(alias = "formats")]
pub fn registry() -> &'static Registry {
    &REGISTRY
}

/// Builds a registry of your own formats and every format in this crate.
///
/// Yours come first: if two formats have the same id, the first one is used.
pub fn registry_with(own: &[&'static dyn Adapter]) -> Registry {
    Registry::new(&[own, &REGISTRY.iter().collect::<Vec<_>>()])
}

/// Decodes a response and detects its format; see [`Registry::decode`].
///
/// # Errors
///
/// An [`Error`] if the response is not understood.
pub fn decode<'a>(response: impl Into<Response<'a>>) -> Result<Decoded> {
    registry().decode(response)
}

/// Decodes a response of the named format; see [`Registry::decode_as`].
///
/// # Errors
///
/// `UnknownFormat` if no format has this id, and any other [`Error`] if the response is not understood.
pub fn decode_as<'a>(id: &str, response: impl Into<Response<'a>>) -> Result<Decoded> {
    registry().decode_as(id, response)
}

/// Decodes a response, detects its format and returns its token, without notes and related tokens.
///
/// # Errors
///
/// [`TokenError`]: the error response, or why the response is not understood.
pub fn token<'a>(response: impl Into<Response<'a>>) -> std::result::Result<Token, TokenError> {
    Ok(decode(response)?.into_token()?)
}

/// Decodes a response of the named format and returns its token, without notes and related tokens.
///
/// ```
/// use anytoken::time::UtcDateTime;
/// use anytoken::{Response, TokenError};
///
/// fn main() -> Result<(), TokenError> {
///     let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600}"#;
///     let token = anytoken::token_as("rfc6749", Response::new(body, UtcDateTime::now()))?;
///     assert_eq!(token.authorization()?.expose(), "Bearer EXAMPLE-ACCESS");
///     Ok(())
/// }
/// ```
///
/// # Errors
///
/// [`TokenError`]: the error response, or why the response is not understood; `UnknownFormat` if no format has this id.
pub fn token_as<'a>(id: &str, response: impl Into<Response<'a>>) -> std::result::Result<Token, TokenError> {
    Ok(decode_as(id, response)?.into_token()?)
}

/// Encodes a token in the named format, as its vendor would send it at `at`.
///
/// # Errors
///
/// `UnknownFormat` if no format has this id. `Unusable` if the format cannot carry this kind of credential, or could
/// only state a later expiry than the token has.
pub fn encode(id: &str, token: &Token, at: impl Into<time::UtcDateTime>) -> Result<Encoded> {
    registry().encode(id, token, at)
}
