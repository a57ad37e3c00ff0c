//! Paths to members, and the hashes by which their names are found.
//!
//! A path hashes its first name when the program is compiled, so that a lookup compares numbers before names.

use std::ops::Deref;

use super::string;
use crate::span::Span;

/// The path to a member: names, and indices into arrays, separated by `/`.
///
/// `*` is the only element of an array, or the only member of an object whose name is free; in a path of scopes it is each
/// element. A path with a leading `/` starts at the top of the response instead of the dialect's envelope.
///
/// The hash of the first name is computed at compile time. [`paths!`](crate::dialect::paths) creates several paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldPath {
    text: &'static str,
    /// The length of the first name in bytes.
    first: u16,
    /// The hash of the first name.
    hash: NameHash,
    /// The bucket of that hash.
    bucket: u8,
    from_top: bool,
    /// True if the path is one name, and not `*`.
    is_one_name: bool,
    /// True if the first name is `*`.
    is_wild: bool,
}

/// The paths of a field in order of preference: the first that is present is decoded, the first of all is encoded.
///
/// ```
/// # extern crate anytoken_core as anytoken;
/// use anytoken::dialect::{FieldPaths, paths};
///
/// static TOKEN: FieldPaths = paths!["data/access_token", "access_token"];
/// assert_eq!(TOKEN[0].as_str(), "data/access_token");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldPaths {
    list: &'static [FieldPath],
    /// The set of the paths' first names.
    names: NameSet,
}

/// A set of names by their [buckets](bucket), without false negatives.
pub(crate) type NameSet = u64;

/// A hash of a name, computed by [`name_hash`].
pub(crate) type NameHash = u16;

impl FieldPath {
    /// Creates a path from its text.
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
        let hash = name_hash(name);
        let is_wild = matches!(name, b"*");
        let is_one_name = first == bytes.len() && !is_wild;
        // A name in a program or a description is far shorter.
        #[allow(clippy::as_conversions)]
        let first = first as u16;
        Self { text, first, hash, bucket: bucket(hash), from_top, is_one_name, is_wild }
    }

    /// Returns the text of the path, without a leading `/`.
    pub const fn as_str(self) -> &'static str {
        self.text
    }

    /// Returns true if the path starts at the top of the response.
    #[inline]
    pub(crate) fn is_from_top(self) -> bool {
        self.from_top
    }

    /// Returns the hash of the first name.
    #[inline]
    pub(crate) fn hash(self) -> NameHash {
        self.hash
    }

    /// Returns the set that holds only the first name.
    #[inline]
    pub(crate) const fn names(self) -> NameSet {
        if self.is_wild { NameSet::MAX } else { bit(self.bucket) }
    }

    /// Returns the bucket of the first name.
    #[inline]
    pub(crate) fn bucket(self) -> u8 {
        self.bucket
    }

    /// Returns the first name.
    #[inline]
    pub(crate) fn first_name(self) -> &'static [u8] {
        let bytes = self.text.as_bytes();
        bytes.get(..usize::from(self.first)).unwrap_or(bytes)
    }

    /// Returns true if the first name is any name.
    pub(crate) fn is_wild(self) -> bool {
        self.is_wild
    }

    /// Returns true if the path is a single name, and not `*`.
    #[inline]
    pub(crate) fn is_one_name(self) -> bool {
        self.is_one_name
    }

    /// Splits the path at `/*/` into the path to an array and the path within each of its elements.
    #[inline]
    pub(crate) fn each(self) -> Option<(Self, Self)> {
        if self.is_one_name() {
            return None;
        }
        let (list, within) = self.text.split_once("/*/")?;
        Some((Self::new(list), Self::new(within)))
    }

    /// Returns true if a list has this path.
    const fn is_among(self, list: &[Self]) -> bool {
        let mut rest = list;
        while let [other, tail @ ..] = rest {
            if self.hash == other.hash && self.from_top == other.from_top && is_same(self.text, other.text) {
                return true;
            }
            rest = tail;
        }
        false
    }

    /// Returns the path after the first name.
    pub(crate) fn after_first(self) -> Option<&'static str> {
        self.text.get(self.first.into()..)?.strip_prefix('/')
    }
}

impl FieldPaths {
    /// Creates the paths from a list.
    pub const fn new(list: &'static [FieldPath]) -> Self {
        let (mut names, mut rest) = (0, list);
        while let [path, tail @ ..] = rest {
            names |= path.names();
            rest = tail;
        }
        Self { list, names }
    }

    /// Returns these paths, each with names and once.
    #[doc(hidden)]
    pub const fn checked(self) -> Self {
        let mut rest = self.list;
        while let [path, tail @ ..] = rest {
            assert!(has_names(path.text), "a path has no name or an empty one");
            rest = tail;
        }
        assert!(!self.has_one_twice(), "a path is listed twice");
        self
    }

    /// Returns true if a path is listed twice.
    pub(crate) const fn has_one_twice(self) -> bool {
        let mut rest = self.list;
        while let [path, tail @ ..] = rest {
            if path.is_among(tail) {
                return true;
            }
            rest = tail;
        }
        false
    }

    /// Returns true if other paths have one of these.
    pub(crate) const fn share_one(self, others: Self) -> bool {
        let mut rest = self.list;
        while let [path, tail @ ..] = rest {
            if path.is_among(others.list) {
                return true;
            }
            rest = tail;
        }
        false
    }

    /// Returns the paths.
    pub const fn list(self) -> &'static [FieldPath] {
        self.list
    }

    /// Returns the set of the paths' first names.
    #[inline]
    pub(crate) const fn names(self) -> NameSet {
        self.names
    }
}

impl Deref for FieldPaths {
    type Target = [FieldPath];

    fn deref(&self) -> &[FieldPath] {
        self.list
    }
}

impl IntoIterator for FieldPaths {
    type Item = &'static FieldPath;
    type IntoIter = std::slice::Iter<'static, FieldPath>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

/// The longest name that is hashed.
const LONGEST: usize = 64;

/// Hashes a name by its length, its last two bytes and one from its middle; the hash of an empty or very long name is
/// zero.
///
/// Three loads cost less than a pass over the name, and member names differ in these bytes: `expires_in` and
/// `expires_on` only in the last but one. Of the 49,141 pairs of the 314 names on the catalogue's paths, 54 have the
/// same hash, a quarter of them spellings of one name, such as `accessToken` and `AccessToken`. Few of them meet: of
/// the corpus's 1,622 JSON objects 18 have such a pair, most often `status` beside `data`. It costs time only, since a
/// lookup compares the names of equal hashes, on its slow path.
#[inline(always)]
pub(crate) const fn name_hash(name: &[u8]) -> NameHash {
    let length = name.len();
    let (before_last, last) = match name {
        [.., before_last, last] if length <= LONGEST => (*before_last, *last),
        [only] => (*only, *only),
        _ => return 0,
    };
    let middle = byte(name, length >> 1);
    // Sixty-four is well within the range.
    #[allow(clippy::as_conversions)]
    let (length, before_last) = (length as NameHash, before_last as NameHash);
    length ^ before_last << 4 ^ u16::from_le_bytes([last, middle])
}

/// The multiplier by which the bits of a hash reach the highest bits, which choose a bucket.
///
/// It has to be odd, so that different hashes remain different, and has no other property. Of the 10,929 pairs of names
/// within a JSON object of the corpus, it puts 102 with different hashes into one bucket. The median of all odd numbers
/// is 113, the least is 37. To find another, count these pairs for each odd number.
pub(crate) const MULTIPLIER: NameHash = 0x9B53;

/// Returns the bucket of a hash, one of 64.
///
/// Two names in one bucket cost a look at one more node: the second of them is found through a linked list.
#[inline]
pub(crate) const fn bucket(hash: NameHash) -> u8 {
    // The six highest bits of the product are well within the range.
    #[allow(clippy::as_conversions)]
    let bucket = (hash.wrapping_mul(MULTIPLIER) >> 10) as u8;
    bucket
}

/// Returns the set of all names in a bucket.
#[inline]
pub(crate) const fn bit(bucket: u8) -> NameSet {
    1 << bucket
}

/// Hashes the name that a name with escapes stands for; the hash of one that cannot be unescaped is zero.
#[cold]
#[inline(never)]
pub(crate) fn escaped_name_hash(text: &str, name: Span) -> NameHash {
    let inside = name.of(text);
    let (mut name, mut length) = ([0; LONGEST], 0_usize);
    for c in string::unescape(inside) {
        let mut bytes = [0; 4];
        let Ok(c) = c else { return 0 };
        let c = c.encode_utf8(&mut bytes).as_bytes();
        let end = length.saturating_add(c.len());
        let Some(target) = name.get_mut(length..end) else { return 0 };
        target.copy_from_slice(c);
        length = end;
    }
    name_hash(name.get(..length).unwrap_or(&[]))
}

/// Returns true if no name of a path is empty.
const fn has_names(path: &str) -> bool {
    let (mut rest, mut name) = (path.as_bytes(), 0_usize);
    while let [first, tail @ ..] = rest {
        match *first {
            b'/' if name == 0 => return false,
            b'/' => name = 0,
            _ => name = name.saturating_add(1),
        }
        rest = tail;
    }
    name > 0
}

/// Returns true if two texts are the same, also at compile time.
pub(crate) const fn is_same(text: &str, other: &str) -> bool {
    let (mut text, mut other) = (text.as_bytes(), other.as_bytes());
    while let ([first, tail @ ..], [other_first, other_tail @ ..]) = (text, other) {
        if *first != *other_first {
            return false;
        }
        (text, other) = (tail, other_tail);
    }
    text.is_empty() && other.is_empty()
}

/// Returns the byte at an index that is in bounds.
#[allow(clippy::indexing_slicing)]
const fn byte(bytes: &[u8], at: usize) -> u8 {
    bytes[at]
}

/// Creates [`FieldPaths`] from literals.
///
/// A path without a name, with an empty name, or twice, does not compile:
///
/// ```compile_fail
/// # extern crate anytoken_core as anytoken;
/// anytoken::paths!["data//access_token"];
/// ```
#[macro_export]
macro_rules! paths {
    ($($path:literal),* $(,)?) => {
        const {
            const PATHS: &[$crate::dialect::FieldPath] = &[$($crate::dialect::FieldPath::new($path)),*];
            $crate::dialect::FieldPaths::new(PATHS).checked()
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_name_has_the_hash_of_the_name() {
        for (escaped, name) in [
            (r"access\u005ftoken", "access_token"),
            (r"\ud83d\ude00", "😀"),
            (r"\/", "/"),
            (r"\ud800", ""),
            (&format!(r"{}\u0061", "a".repeat(64)), &"a".repeat(65)),
        ] {
            assert_eq!(
                escaped_name_hash(escaped, Span::new(0, escaped.len())),
                name_hash(name.as_bytes()),
                "{escaped}"
            );
        }
        assert_ne!(name_hash("a".repeat(64).as_bytes()), 0);
    }
}
