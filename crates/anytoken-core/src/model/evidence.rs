//! How well a format is known.

use std::fmt;

/// How well a format is known: the best source of its tokens.
///
/// ```
/// # extern crate anytoken_core as anytoken;
/// use anytoken::Evidence;
///
/// assert!(Evidence::Recorded < Evidence::Unverified);
/// assert_eq!(Evidence::Tested.to_string(), "tested");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Evidence {
    /// Software of the vendor, or one that implements the standard, was run and made the bytes.
    Recorded,
    /// A test or the code of the vendor or of another client has the bytes.
    Tested,
    /// The vendor's documents or source describe it.
    Documented,
    /// From other people's code or from memory; not held against a source.
    Unverified,
}

impl Evidence {
    pub(crate) const ALL: [Self; 4] = [Self::Recorded, Self::Tested, Self::Documented, Self::Unverified];

    /// Returns the evidence in lower case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Tested => "tested",
            Self::Documented => "documented",
            Self::Unverified => "unverified",
        }
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
