//! Every provider's token response, one [`Token`].
//!
//! ```
//! use anytoken::{Expiry, Grants, Received};
//! use time::{Duration, UtcDateTime};
//!
//! // Azure sends every number as a string.
//! let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_in":"3600","token_type":"Bearer","msi_res_id":"example"}"#;
//! let at = UtcDateTime::UNIX_EPOCH; // when the response arrived: the library never reads a clock
//!
//! let token = anytoken::decode(Received::new(body, at).with_status(200))?.into_token()?;
//! assert_eq!(token.format(), &"azure-imds");
//! assert_eq!(token.grants(), Grants::Access);
//! assert_eq!(token.lifetime().expires, Expiry::At(at + Duration::hours(1)));
//! # Ok::<(), anytoken::Failure>(())
//! ```
//!
//! # Which road
//!
//! - [`decode_as`] takes the format's id; [`formats`] lists them. It is the documented road: you know whom you asked.
//! - [`decode`] finds the format by the names of members that no other format has, and reads everything else as
//!   `oauth2`. Some formats have no such name, or mean other units by the same names: those need [`decode_as`].
//! - `anytoken::azure::IMDS.decode(…)` names the format in code, without a string.
//!
//! # Three outcomes
//!
//! A response is a token, a refusal ([`Refusal`]: the server said no, in its own words, and [`Refusal::remedy`] says
//! what to do) or an error ([`Error`]: it was not understood). `?` into [`Failure`] takes the last two:
//!
//! ```
//! use anytoken::{Failure, Received, Remedy, Token};
//! use time::UtcDateTime;
//!
//! fn token(body: &[u8]) -> Result<Token, Failure> {
//!     Ok(anytoken::decode_as("slack", Received::new(body, UtcDateTime::UNIX_EPOCH))?.into_token()?)
//! }
//! match token(br#"{"ok":false,"error":"ratelimited"}"#) {
//!     Err(Failure::Refused(refusal)) => assert_eq!(refusal.remedy(), Remedy::Retry),
//!     _ => unreachable!(),
//! }
//! ```
//!
//! # Further
//!
//! The [`guide`]: [when a response arrived](guide::receiving), [notes, refusals and remedies](guide::answers),
//! [refreshing and storing](guide::keeping), [formats of your own](guide::dialects), and
//! [coming from another library](guide::migrating).

pub mod guide;

use std::sync::LazyLock;

pub use anytoken_affinidi as affinidi;
pub use anytoken_asia as asia;
pub use anytoken_aws as aws;
pub use anytoken_azure as azure;
pub use anytoken_cluster as cluster;
pub use anytoken_core::*;
pub use anytoken_google as google;
pub use anytoken_oauth as oauth;

#[doc = include_str!("../formats.md")]
#[cfg(doc)]
pub mod formats {}

/// The families of formats: the crate that each is in, and its adapters, file by file.
pub const FAMILIES: &[(&str, &[&[&dyn Adapter]])] = &[
    ("anytoken-oauth", oauth::ADAPTERS),
    ("anytoken-azure", azure::ADAPTERS),
    ("anytoken-google", google::ADAPTERS),
    ("anytoken-aws", aws::ADAPTERS),
    ("anytoken-cluster", cluster::ADAPTERS),
    ("anytoken-asia", asia::ADAPTERS),
    ("anytoken-affinidi", affinidi::ADAPTERS),
];

/// Every format that this build knows.
pub static REGISTRY: LazyLock<Registry> = LazyLock::new(|| registry_with(&[]));

/// Every format that this build knows, and some of your own before them: of two with one id the first holds.
pub fn registry_with(own: &[&'static dyn Adapter]) -> Registry {
    let files = FAMILIES.iter().flat_map(|(_, files)| files.iter().copied());
    Registry::new(&std::iter::once(own).chain(files).collect::<Vec<_>>())
}

/// Reads a response whose format its own members tell; see [`Registry::decode`].
///
/// # Errors
///
/// An [`Error`], when the response is not understood.
pub fn decode<'a>(received: impl Into<Received<'a>>) -> Result<Decoded> {
    REGISTRY.decode(received)
}

/// Reads a response of a named format; see [`Registry::decode_as`].
///
/// # Errors
///
/// `UnknownFormat`, and an [`Error`] when the response is not understood.
pub fn decode_as<'a>(id: &str, received: impl Into<Received<'a>>) -> Result<Decoded> {
    REGISTRY.decode_as(id, received)
}

/// Writes a token in a named format, as its vendor would send it at `at`.
///
/// # Errors
///
/// `UnknownFormat`, and `Unusable` when the format has no room for what was granted, or when what it can write would say a
/// later end than the token has.
pub fn write(id: &str, token: &Token, at: time::UtcDateTime) -> Result<Encoded> {
    REGISTRY.write(id, token, at)
}
