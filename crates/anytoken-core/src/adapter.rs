//! What reads and writes one format.

use time::UtcDateTime;

use crate::wiped::Wiped;
use crate::{Body, Decoded, Received, Result, Slot, Token};

/// Reads and writes one wire format.
///
/// Most adapters are a [`Dialect`](crate::Dialect), which is only data. A format that needs a condition implements
/// the trait in a file of its own.
pub trait Adapter: Sync {
    /// The format's permanent id, in kebab-case.
    fn id(&self) -> &str;

    /// The company or project whose format it is.
    fn vendor(&self) -> &str;

    /// How the format departs from RFC 6749, in a few words for people.
    fn quirks(&self) -> &str {
        ""
    }

    /// Member names of the top level that no other format has: detection goes by them. Of two that only together are
    /// its own, `+` stands between.
    fn marks(&self) -> &'static [&'static str] {
        &[]
    }

    /// Whether a member of this name at the top level is read into a slot.
    fn claims(&self, name: &str) -> bool {
        let _ = name;
        false
    }

    /// Reads a response that has been split; an owned body is taken over.
    ///
    /// # Errors
    ///
    /// An [`Error`](crate::Error), when the response is not understood.
    fn read(&self, body: Body<'_>) -> Result<Decoded>;

    /// Writes a token as the vendor would send it at `at`, from which lifetimes count.
    ///
    /// # Errors
    ///
    /// `Unusable`, when the format has no room for the token that was granted, and with the field of an end, when what it can
    /// write would say a later end than the token has, or "never" where the token does not.
    fn write(&self, token: &Token, at: UtcDateTime) -> Result<Encoded>;

    /// Splits and reads a response.
    ///
    /// # Errors
    ///
    /// An [`Error`](crate::Error), when the response is not understood.
    fn decode<'a>(&self, received: impl Into<Received<'a>>) -> Result<Decoded>
    where
        Self: Sized,
    {
        self.read(Body::split(received))
    }
}

/// A token in a vendor's format.
#[derive(Clone, Debug)]
pub struct Encoded {
    /// The body. It is a secret.
    pub body: Wiped,
    /// Headers that belong to it.
    pub headers: Vec<(&'static str, Wiped)>,
    /// Its media type.
    pub content_type: &'static str,
    /// What the format has no room for, each slot once.
    pub dropped: Vec<Slot>,
}
