//! The id of a format.

use std::borrow::Cow;
use std::fmt;

/// The permanent id of a wire format, such as `azure-imds`.
///
/// The core knows no vendor, so a stored id need not be one that this build knows.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Format(Cow<'static, str>);

impl Format {
    /// The format of an id that is known when the program is built.
    pub const fn known(id: &'static str) -> Self {
        Self(Cow::Borrowed(id))
    }

    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Format {
    fn from(id: String) -> Self {
        Self(Cow::Owned(id))
    }
}

impl From<&'static str> for Format {
    fn from(id: &'static str) -> Self {
        Self::known(id)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl PartialEq<str> for Format {
    fn eq(&self, id: &str) -> bool {
        self.as_str() == id
    }
}

impl PartialEq<&str> for Format {
    fn eq(&self, id: &&str) -> bool {
        self.as_str() == *id
    }
}
