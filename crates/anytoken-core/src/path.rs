//! Where a member stands.

use crate::{Span, json};

/// The way to a member: names with `/` between them, and numbers that are indices into arrays.
///
/// `*` is the one element of an array; among the paths of scopes it is each. A path that begins with `/` begins at the
/// top of the response, wherever the others do.
///
/// What finding it needs to know of it is worked out when the program is built; [`paths!`](crate::paths) makes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Path {
    text: &'static str,
    /// Bytes of the first name.
    first: usize,
    key: Key,
    from_top: bool,
}

/// What a look at a name tells: equal for equal names, and mostly different for different ones.
pub(crate) type Key = u16;

impl Path {
    /// The path that a text writes down.
    pub const fn new(text: &'static str) -> Self {
        let (text, from_top) = match text.as_bytes() {
            [b'/', ..] => (text.split_at(1).1, true),
            _ => (text, false),
        };
        let (bytes, mut first) = (text.as_bytes(), 0);
        while first < bytes.len() && byte(bytes, first) != b'/' {
            first = first.wrapping_add(1);
        }
        let (name, _) = bytes.split_at(first);
        Self { text, first, key: key(name), from_top }
    }

    /// The path as it is written down.
    pub const fn as_str(self) -> &'static str {
        self.text
    }

    /// Whether it begins at the top of the response.
    #[inline]
    pub(crate) fn is_from_top(self) -> bool {
        self.from_top
    }

    /// The key of the first name.
    #[inline]
    pub(crate) fn key(self) -> Key {
        self.key
    }

    /// The first name, and whether the path ends with it.
    #[inline]
    pub(crate) fn first(self) -> (&'static [u8], bool) {
        let bytes = self.text.as_bytes();
        (bytes.get(..self.first).unwrap_or(bytes), self.first == bytes.len())
    }

    /// The path to an array, and that from each of its elements on.
    #[inline]
    pub(crate) fn each(self) -> Option<(Self, Self)> {
        if self.first == self.text.len() {
            return None;
        }
        let (list, behind) = self.text.split_once("/*/")?;
        Some((Self::new(list), Self::new(behind)))
    }

    /// The path behind the first name.
    pub(crate) fn behind(self) -> Option<&'static str> {
        self.text.get(self.first..)?.strip_prefix('/')
    }
}

/// The longest name that has a key of its own.
const LONGEST: usize = 64;

/// The length of a name, its last byte and one from its middle; zero of a name that is empty or very long.
#[inline]
pub(crate) const fn key(name: &[u8]) -> Key {
    let length = name.len();
    if length == 0 || length > LONGEST {
        return 0;
    }
    let (last, middle) = (byte(name, length.wrapping_sub(1)), byte(name, length >> 1));
    // Sixty-four is well within the range.
    #[allow(clippy::as_conversions)]
    let length = length as Key;
    length ^ u16::from_le_bytes([last << 3, middle])
}

/// The key of a name that has escapes; zero where it cannot be read.
#[cold]
#[inline(never)]
pub(crate) fn escaped_key(text: &str, name: Span) -> Key {
    let inside = name.of(text);
    let (mut name, mut length) = ([0; LONGEST], 0_usize);
    for c in json::unescape(inside) {
        let mut bytes = [0; 4];
        let Ok(c) = c else { return 0 };
        let c = c.encode_utf8(&mut bytes).as_bytes();
        let end = length.saturating_add(c.len());
        let Some(place) = name.get_mut(length..end) else { return 0 };
        place.copy_from_slice(c);
        length = end;
    }
    key(name.get(..length).unwrap_or(&[]))
}

/// The byte at a place that is within the bytes.
#[allow(clippy::indexing_slicing)]
const fn byte(bytes: &[u8], at: usize) -> u8 {
    bytes[at]
}

/// A list of [`Path`]s: the first that is there is read, the first of all is written.
///
/// ```
/// use anytoken_core::{Paths, paths};
///
/// static TOKEN: Paths = paths!["data/access_token", "access_token"];
/// assert_eq!(TOKEN[0].as_str(), "data/access_token");
/// ```
#[macro_export]
macro_rules! paths {
    ($($path:literal),* $(,)?) => {
        &[$($crate::Path::new($path)),*]
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_escapes_has_the_key_of_the_name() {
        for (escaped, name) in [
            (r"access\u005ftoken", "access_token"),
            (r"\ud83d\ude00", "😀"),
            (r"\/", "/"),
            (r"\ud800", ""),
            (&format!(r"{}\u0061", "a".repeat(64)), &"a".repeat(65)),
        ] {
            assert_eq!(escaped_key(escaped, Span::new(0, escaped.len())), key(name.as_bytes()), "{escaped}");
        }
        assert_ne!(key("a".repeat(64).as_bytes()), 0);
    }
}
