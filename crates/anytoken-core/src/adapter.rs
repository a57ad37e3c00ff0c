//! The interface of a format: one response in, one token out, and back.

use time::UtcDateTime;

use crate::error::Result;
use crate::input::{Body, Response};
use crate::model::{Decoded, Evidence, Field, Token};
use crate::secret::SecretBuf;

/// Decodes and encodes one wire format.
///
/// Most adapters are a [`Dialect`](crate::dialect::Dialect), which is only data. A format that needs code implements
/// the trait itself.
pub trait Adapter: Sync {
    /// Returns the format's permanent id, in kebab-case.
    fn id(&self) -> &str;

    /// Returns further ids of the same format, by which it is found as well.
    fn aliases(&self) -> &'static [&'static str] {
        &[]
    }

    /// Returns the company or project that defines the format.
    fn vendor(&self) -> &str;

    /// Returns a short description of the format's deviations from RFC 6749.
    fn quirks(&self) -> &str {
        ""
    }

    /// Returns how well the format is known.
    fn evidence(&self) -> Evidence;

    /// Returns the names of members that no other format has, by which the format is detected.
    ///
    /// A name is that of a member at the top level, or `data/name` that of a member of an object at the top level.
    /// `a+b` and `data/a+data/b` are pairs that no other format has together.
    fn signature(&self) -> &'static [&'static str] {
        &[]
    }

    /// Returns true if a top-level member of this name is decoded into a field.
    fn claims(&self, name: &str) -> bool {
        let _ = name;
        false
    }

    /// Decodes a response that has been split, reusing the buffer of an owned body.
    ///
    /// # Errors
    ///
    /// An [`Error`](crate::Error) if the response is neither a token nor an error response.
    fn decode_body(&self, body: Body<'_>) -> Result<Decoded>;

    /// Encodes a token as the vendor would send it at `at`, from which lifetimes count.
    ///
    /// # Errors
    ///
    /// `Unusable` if the format cannot hold the token's credential. `Unusable` with the field of an expiry if the
    /// encoded response would state a later expiry than the token has, or no expiry where the token has one.
    fn encode(&self, token: &Token, at: UtcDateTime) -> Result<Encoded>;

    /// Splits and decodes a response.
    ///
    /// # Errors
    ///
    /// An [`Error`](crate::Error) if the response is neither a token nor an error response.
    fn decode<'a>(&self, response: impl Into<Response<'a>>) -> Result<Decoded>
    where
        Self: Sized,
    {
        self.decode_body(Body::split(response))
    }
}

/// An adapter with the names by which a registry finds it, as they are known when the program is compiled.
///
/// [`Dialect::entry`](crate::dialect::Dialect::entry) makes it.
#[derive(Clone, Copy)]
pub struct Entry {
    pub(crate) adapter: &'static dyn Adapter,
    pub(crate) id: &'static str,
    pub(crate) aliases: &'static [&'static str],
    pub(crate) signature: &'static [&'static str],
}

impl Entry {
    pub(crate) fn of(adapter: &'static dyn Adapter) -> Self {
        let (id, aliases, signature) = (adapter.id(), adapter.aliases(), adapter.signature());
        Self { adapter, id, aliases, signature }
    }
}

/// A token in a vendor's format.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Encoded {
    /// The body, which is a secret.
    pub body: SecretBuf,
    /// The headers to send with the body.
    pub headers: Vec<(&'static str, SecretBuf)>,
    /// The media type of the body.
    pub content_type: &'static str,
    /// The fields that the format cannot hold, each once.
    pub dropped: Vec<Field>,
}

impl Encoded {
    /// Creates an encoded token of a body and its media type, without headers and dropped fields.
    pub fn new(body: SecretBuf, content_type: &'static str) -> Self {
        Self { body, headers: Vec::new(), content_type, dropped: Vec::new() }
    }
}
