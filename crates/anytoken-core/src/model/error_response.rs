//! Error responses.

use std::fmt;
use std::time::Duration;

use super::extras::Extras;
use super::field::Texts;
use super::remedy::Remedy;
use super::store::Store;
use crate::format::Format;
use crate::secret::{Masked, MaskedUri, beginning};
use crate::span::Span;

/// An error response of the server (RFC 6749 §5.2), with the vendor's own code and description.
///
/// A description may contain secrets: `Debug` and `Display` mask every long run of token characters in it, a code that may
/// be a token, and the query of a URI.
#[derive(Clone)]
pub struct ErrorResponse {
    pub(crate) format: Format,
    pub(crate) store: Store,
    /// The spans of code, description and URI.
    pub(crate) texts: Texts<Span, 3>,
    pub(crate) status: Option<u16>,
    pub(crate) remedy: Remedy,
    pub(crate) retry_after: Option<Duration>,
}

/// The largest number of bytes that is shown of a description.
const LONGEST: usize = 4096;

impl ErrorResponse {
    /// Returns the format in which the error response was decoded.
    pub fn format(&self) -> &Format {
        &self.format
    }

    /// Returns the vendor's error code, exactly as sent.
    pub fn code(&self) -> Option<&str> {
        let Texts([code, ..]) = self.texts;
        self.store.text(code)
    }

    /// Returns the description as sent, truncated to 4 KiB. It may contain secrets.
    pub fn description(&self) -> Option<&str> {
        self.whole_description().map(|text| beginning(text, LONGEST))
    }

    /// Returns the URI of a page that explains the error.
    pub fn uri(&self) -> Option<&str> {
        let Texts([.., uri]) = self.texts;
        self.store.text(uri)
    }

    /// Returns the HTTP status, if it is known.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// Returns the next step for the caller.
    pub fn remedy(&self) -> Remedy {
        self.remedy
    }

    /// Returns the wait that the server asks for.
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// Returns all other members, such as trace ids.
    pub fn extras(&self) -> Extras<'_> {
        self.store.extras()
    }

    /// Returns the code, masked like a description if it is a sentence, and else where letters and digits are mixed in a
    /// long run, as they are in a token.
    pub fn masked_code(&self) -> Option<impl fmt::Display> {
        self.code().map(|code| Masked::word(code, LONGEST))
    }

    /// Returns the description with every long run of token characters masked.
    pub fn masked_description(&self) -> Option<impl fmt::Display> {
        self.whole_description().map(|text| Masked { text, shown: LONGEST, is_name: false })
    }

    /// Returns the URI with its query masked.
    pub fn masked_uri(&self) -> Option<impl fmt::Display> {
        self.uri().map(MaskedUri)
    }

    fn whole_description(&self) -> Option<&str> {
        let Texts([_, description, _]) = self.texts;
        self.store.text(description)
    }
}

impl PartialEq for ErrorResponse {
    fn eq(&self, other: &Self) -> bool {
        self.code() == other.code()
            && self.whole_description() == other.whole_description()
            && self.uri() == other.uri()
            && self.format == other.format
            && self.status == other.status
            && self.remedy == other.remedy
            && self.retry_after == other.retry_after
            && self.extras() == other.extras()
    }
}

impl Eq for ErrorResponse {}

impl fmt::Display for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: error response", self.format)?;
        if let Some(code) = self.masked_code() {
            write!(f, ": {code}")?;
        }
        if let Some(description) = self.masked_description() {
            write!(f, ": {description}")?;
        }
        if let Some(status) = self.status {
            write!(f, " (status {status})")?;
        }
        Ok(())
    }
}

impl fmt::Debug for ErrorResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorResponse")
            .field("format", &self.format.as_str())
            .field("code", &self.masked_code().map(|code| code.to_string()))
            .field("description", &self.masked_description().map(|text| text.to_string()))
            .field("uri", &self.masked_uri().map(|uri| uri.to_string()))
            .field("status", &self.status)
            .field("remedy", &self.remedy)
            .field("retry_after", &self.retry_after)
            .field("extras", &self.extras())
            .finish()
    }
}

impl std::error::Error for ErrorResponse {}
