//! What a server answers when it says no.

use std::fmt;
use std::time::Duration;

use crate::extras::Extras;
use crate::remedy::Remedy;
use crate::secret::{Harmless, Masked, beginning};
use crate::store::Store;
use crate::{Format, Span};

/// The server's no, in the vendor's own words.
///
/// A description can hold secrets: `Debug` and `Display` mask every long run of token characters in it.
#[derive(Clone)]
pub struct Refusal {
    pub(crate) format: Format,
    pub(crate) store: Store,
    pub(crate) texts: RefusalTexts,
    pub(crate) status: Option<u16>,
    pub(crate) remedy: Remedy,
    pub(crate) retry_after: Option<Duration>,
}

/// The places of code, description and URI.
pub(crate) type RefusalTexts = [Span; 3];

/// How much of a description is given.
const LONGEST: usize = 4096;

impl Refusal {
    /// The format that the refusal was read in.
    pub fn format(&self) -> &Format {
        &self.format
    }

    /// The vendor's machine code, never replaced by another; `None` where there is none.
    pub fn code(&self) -> Option<&str> {
        self.text(0)
    }

    /// The text for people, as sent, cut at 4 KiB. It may hold secrets.
    pub fn description(&self) -> Option<&str> {
        self.text(1).map(|text| beginning(text, LONGEST))
    }

    /// Where the code is explained.
    pub fn uri(&self) -> Option<&str> {
        self.text(2)
    }

    /// The HTTP status, where it is known.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// What the caller should do.
    pub fn remedy(&self) -> Remedy {
        self.remedy
    }

    /// How long the server asks to wait.
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// The members that are none of the above, trace ids among them.
    pub fn extras(&self) -> Extras<'_> {
        self.store.extras()
    }

    /// The description as it may be shown: long runs of token characters are masked.
    pub fn masked_description(&self) -> Option<impl fmt::Display> {
        self.text(1).map(|text| Masked { text, shown: LONGEST })
    }

    fn text(&self, index: usize) -> Option<&str> {
        self.store.text(self.texts.get(index).copied()?)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: refused", self.format)?;
        if let Some(code) = self.code() {
            write!(f, ": {}", Harmless(code))?;
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

impl fmt::Debug for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Refusal")
            .field("format", &self.format.as_str())
            .field("code", &self.code())
            .field("description", &self.masked_description().map(|text| text.to_string()))
            .field("uri", &self.uri())
            .field("status", &self.status)
            .field("remedy", &self.remedy)
            .field("retry_after", &self.retry_after)
            .field("extras", &self.extras())
            .finish()
    }
}

impl std::error::Error for Refusal {}
