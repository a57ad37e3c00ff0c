//! Where a member stands.

use std::ops::Deref;

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
    /// The place of the key.
    place: u8,
    from_top: bool,
}

/// Where something is, in order of preference: the first that is there is read, the first of all is written.
///
/// ```
/// use anytoken_core::{Paths, paths};
///
/// static TOKEN: Paths = paths!["data/access_token", "access_token"];
/// assert_eq!(TOKEN[0].as_str(), "data/access_token");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paths {
    list: &'static [Path],
    /// The names that any of them begins with.
    names: Names,
}

/// A set of names by their [places](place): what is not in it, is not there.
pub(crate) type Names = u64;

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
        let key = key(name);
        Self { text, first, key, place: place(key), from_top }
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

    /// The set of its first name.
    #[inline]
    pub(crate) const fn names(self) -> Names {
        names(self.place)
    }

    /// The place of the first name's key.
    #[inline]
    pub(crate) fn place(self) -> u8 {
        self.place
    }

    /// The first name.
    #[inline]
    pub(crate) fn first(self) -> &'static [u8] {
        let bytes = self.text.as_bytes();
        bytes.get(..self.first).unwrap_or(bytes)
    }

    /// Whether the path ends with its first name.
    #[inline]
    pub(crate) fn is_one_name(self) -> bool {
        self.first == self.text.len()
    }

    /// The path to an array, and that from each of its elements on.
    #[inline]
    pub(crate) fn each(self) -> Option<(Self, Self)> {
        if self.is_one_name() {
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

impl Paths {
    /// The paths of a list.
    pub const fn new(list: &'static [Path]) -> Self {
        let (mut names, mut rest) = (0, list);
        while let [path, behind @ ..] = rest {
            names |= path.names();
            rest = behind;
        }
        Self { list, names }
    }

    /// The paths.
    pub const fn list(self) -> &'static [Path] {
        self.list
    }

    /// The set of the names that they begin with.
    #[inline]
    pub(crate) fn names(self) -> Names {
        self.names
    }
}

impl Deref for Paths {
    type Target = [Path];

    fn deref(&self) -> &[Path] {
        self.list
    }
}

impl IntoIterator for Paths {
    type Item = &'static Path;
    type IntoIter = std::slice::Iter<'static, Path>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

/// The longest name that has a key of its own.
const LONGEST: usize = 64;

/// The length of a name, its last two bytes and one from its middle; zero of a name that is empty or very long.
#[inline(always)]
pub(crate) const fn key(name: &[u8]) -> Key {
    let length = name.len();
    if length == 0 || length > LONGEST {
        return 0;
    }
    let last = length.wrapping_sub(1);
    let (middle, before_last, last) =
        (byte(name, length >> 1), byte(name, last.saturating_sub(1)), byte(name, last));
    // Sixty-four is well within the range.
    #[allow(clippy::as_conversions)]
    let (length, before_last) = (length as Key, before_last as Key);
    length ^ before_last << 4 ^ u16::from_le_bytes([last, middle])
}

/// The place of a key among sixty-four.
#[inline]
pub(crate) const fn place(key: Key) -> u8 {
    // The six highest bits of the product are well within the range.
    #[allow(clippy::as_conversions)]
    let place = (key.wrapping_mul(0x9B53) >> 10) as u8;
    place
}

/// The set of the names at a place.
#[inline]
pub(crate) const fn names(place: u8) -> Names {
    1 << place
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

/// [`Paths`], written down.
#[macro_export]
macro_rules! paths {
    ($($path:literal),* $(,)?) => {
        $crate::Paths::new(&[$($crate::Path::new($path)),*])
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
