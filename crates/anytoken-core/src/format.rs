//! The permanent id by which a format is named in code, in messages and in stored tokens.

use std::borrow::{Borrow, Cow};
use std::fmt;

/// The permanent id of a wire format, such as `azure-imds`.
///
/// A stored id may be unknown to this build.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Format(Cow<'static, str>);

impl Format {
    /// Creates a format from an id that is known at compile time.
    pub const fn from_static(id: &'static str) -> Self {
        Self(Cow::Borrowed(id))
    }

    /// Returns the id.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns true if a text can be an id: kebab-case of lower-case letters and digits, at most 63 bytes.
    pub(crate) fn is_id(text: &str) -> bool {
        let is_of_word = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let is_kebab = text.split('-').all(|word| !word.is_empty() && word.bytes().all(is_of_word));
        is_kebab && text.len() < 64
    }
}

impl From<String> for Format {
    fn from(id: String) -> Self {
        Self(Cow::Owned(id))
    }
}

impl From<&'static str> for Format {
    fn from(id: &'static str) -> Self {
        Self::from_static(id)
    }
}

/// So that a map of formats is searched by a text; equality, order and hash are those of the text.
impl Borrow<str> for Format {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Format {
    fn as_ref(&self) -> &str {
        self.as_str()
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
