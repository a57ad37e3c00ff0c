//! The scopes of a token.

use std::collections::HashSet;
use std::fmt;

/// The granted scopes, in the order of the response, without duplicates.
#[derive(Clone, Copy)]
pub struct Scopes<'a> {
    text: &'a str,
    separators: &'static [char],
}

/// The space of RFC 6749 and other whitespace that servers send in its place; the first is encoded.
pub const SCOPE_WHITESPACE: &[char] = &[' ', '\t', '\n', '\r'];

/// The separator of scopes that were sent as an array.
pub(crate) const LIST_SEPARATOR: &[char] = &['\0'];

impl<'a> Scopes<'a> {
    pub(crate) fn new(text: &'a str, separators: &'static [char]) -> Self {
        Self { text, separators }
    }

    /// Returns the scopes, each once.
    pub fn iter(self) -> ScopesIter<'a> {
        ScopesIter { pieces: self.pieces(), seen: Seen::default() }
    }

    /// Returns true if a scope was granted, compared exactly.
    #[doc(alias = "has_scope")]
    pub fn contains(self, scope: &str) -> bool {
        self.pieces().any(|granted| granted == scope)
    }

    /// Returns the number of scopes.
    pub fn len(self) -> usize {
        self.iter().count()
    }

    /// Returns the length of the text that they were sent in.
    pub(crate) fn size(self) -> usize {
        self.text.len()
    }

    /// Returns true if no scope was granted.
    pub fn is_empty(self) -> bool {
        self.pieces().next().is_none()
    }

    /// Returns the scopes as they were sent, with duplicates.
    fn pieces(self) -> Pieces<'a> {
        let bit = |separator: &char| 1_u128.checked_shl(u32::from(*separator)).unwrap_or(0);
        let separators = self.separators.iter().map(bit).fold(0, |set, bit| set | bit);
        let ascii = self.separators.iter().filter_map(|separator| u8::try_from(*separator).ok());
        Pieces { rest: self.text, separators, last: ascii.max().unwrap_or(0) }
    }
}

/// An iterator over [`Scopes`], each once.
pub struct ScopesIter<'a> {
    pieces: Pieces<'a>,
    seen: Seen<'a>,
}

impl<'a> Iterator for ScopesIter<'a> {
    type Item = &'a str;

    #[inline]
    fn next(&mut self) -> Option<&'a str> {
        let Self { pieces, seen } = self;
        pieces.find(|scope| seen.is_first(scope))
    }
}

impl<'a> IntoIterator for Scopes<'a> {
    type Item = &'a str;
    type IntoIter = ScopesIter<'a>;

    fn into_iter(self) -> ScopesIter<'a> {
        self.iter()
    }
}

/// An iterator over the texts between separators, without those that are empty.
struct Pieces<'a> {
    rest: &'a str,
    /// A bit for each separator, which are ASCII.
    separators: u128,
    /// The greatest separator: nearly every byte of a scope is greater.
    last: u8,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a str;

    #[inline]
    fn next(&mut self) -> Option<&'a str> {
        let Self { rest, separators, last } = self;
        let is_in = |byte: u8| separators.checked_shr(byte.into()).is_some_and(|bits| bits & 1 == 1);
        let separates = |byte| byte <= *last && is_in(byte);
        let start = rest.bytes().position(|byte| !separates(byte))?;
        let tail = rest.get(start..)?;
        let end = tail.bytes().position(separates).unwrap_or(tail.len());
        let (piece, tail) = tail.split_at_checked(end)?;
        *rest = tail;
        Some(piece)
    }
}

/// The scopes that an iteration has returned.
///
/// The first eight are compared one by one and all others by hash, so that an iteration takes linear time.
#[derive(Default)]
struct Seen<'a> {
    few: [&'a str; 8],
    many: Option<HashSet<&'a str>>,
}

impl<'a> Seen<'a> {
    fn is_first(&mut self, scope: &'a str) -> bool {
        for known in &mut self.few {
            if known.is_empty() {
                *known = scope;
                return true;
            }
            if *known == scope {
                return false;
            }
        }
        self.many.get_or_insert_default().insert(scope)
    }
}

impl PartialEq for Scopes<'_> {
    fn eq(&self, other: &Self) -> bool {
        // Nearly all scopes that are equal are so as texts, which costs less.
        (self.text, self.separators) == (other.text, other.separators) || self.iter().eq(other.iter())
    }
}

impl Eq for Scopes<'_> {}

/// The scopes with a space between them, as in RFC 6749.
impl fmt::Display for Scopes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iter().enumerate().try_for_each(|(index, scope)| {
            f.write_str(if index > 0 { " " } else { "" })?;
            f.write_str(scope)
        })
    }
}

impl fmt::Debug for Scopes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn duplicate_and_empty_scopes_are_dropped() {
        let scopes = Scopes::new(" b a  b\ta ", SCOPE_WHITESPACE);
        assert_eq!(scopes.iter().collect::<Vec<_>>(), ["b", "a"]);
        assert!(
            scopes.contains("a") && !scopes.contains("A") && Scopes::new(" ", SCOPE_WHITESPACE).is_empty()
        );
        assert_eq!(Scopes::new("a\0b c", LIST_SEPARATOR).iter().collect::<Vec<_>>(), ["a", "b c"]);
    }

    #[test]
    fn duplicates_among_many_scopes_are_dropped() {
        let text = |count| (0..count).map(|n: u32| n.to_string()).collect::<Vec<_>>().join(" ");
        let twice = format!("{} {}", text(100), text(50));
        assert_eq!(Scopes::new(&twice, SCOPE_WHITESPACE).iter().collect::<Vec<_>>().join(" "), text(100));
        assert!(Scopes::new(&twice, SCOPE_WHITESPACE) == Scopes::new(&text(100), SCOPE_WHITESPACE));
    }

    #[test]
    fn scopes_compare_in_order_without_duplicates() {
        let scopes = |text| Scopes::new(text, SCOPE_WHITESPACE);
        assert!(scopes("a b") == scopes(" a\tb a") && scopes("a b") == Scopes::new("a\0b", LIST_SEPARATOR));
        assert!(scopes("a b") != scopes("b a") && scopes("a") != scopes("a b") && !scopes("a").is_empty());
        assert_eq!(format!("{:?}", scopes("a b a")), r#"["a", "b"]"#);
        assert_eq!((scopes("a\tb a").to_string(), scopes("a b a").len()), ("a b".to_owned(), 2));
    }
}
