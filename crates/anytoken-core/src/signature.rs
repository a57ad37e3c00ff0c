//! Signatures: the names of members by which a format is detected.

use crate::json::{bytes, is_same};

/// A member that no other format has, or two members of one object that no other format has together.
///
/// Its text is `a` or `a+b` for members at the top level, and `data/a` or `data/a+data/b` for members of an object of
/// the top level. A text that begins with `/` has no object: the `/` is a part of the name.
#[derive(Clone, Copy, Debug, Eq)]
pub(crate) struct Signature {
    /// The name of the object that has the members; empty for the top level.
    pub(crate) object: &'static str,
    pub(crate) name: &'static str,
    /// The other name of a pair; empty for a single name.
    pub(crate) partner: &'static str,
}

impl PartialEq for Signature {
    fn eq(&self, other: &Self) -> bool {
        let are_equal = |a: &str, b: &str| bytes::are_equal(a.as_bytes(), b.as_bytes());
        are_equal(self.object, other.object)
            && are_equal(self.name, other.name)
            && are_equal(self.partner, other.partner)
    }
}

impl Signature {
    /// Parses the text of a signature; `None` if a name is empty or longer than 255 bytes, if a pair is in two objects, or
    /// if there are more names or deeper objects.
    pub(crate) const fn parse(text: &'static str) -> Option<Self> {
        let Some((first, second)) = split(text, b'+') else {
            let (object, name) = split_path(text);
            return if is_name(object, name) { Some(Self { object, name, partner: "" }) } else { None };
        };
        let ((object, name), (other, partner)) = (split_path(first), split_path(second));
        let is_pair = is_name(object, name) && is_name(other, partner) && is_same(object, other);
        if is_pair && split(partner, b'+').is_none() { Some(Self { object, name, partner }) } else { None }
    }

    /// Returns the signature of a text that was parsed, given the lengths of its object and its name.
    pub(crate) fn of_lengths(text: &'static str, [object, name]: [u8; 2]) -> Option<Self> {
        let (object, name) = (usize::from(object), usize::from(name));
        // A sign follows the object, and another one the name of a pair.
        let member = if object == 0 { 0 } else { object.saturating_add(1) };
        let end = member.saturating_add(name);
        let partner = end.saturating_add(1).saturating_add(member);
        let text_at = |start, end| text.get(start..end);
        Some(Self {
            object: text_at(0, object)?,
            name: text_at(member, end)?,
            partner: if end == text.len() { "" } else { text_at(partner, text.len())? },
        })
    }

    /// Returns the lengths of its object and its name.
    // Neither is longer than a byte says.
    #[allow(clippy::as_conversions, clippy::cast_possible_truncation)]
    pub(crate) const fn lengths(self) -> [u8; 2] {
        [self.object.len() as u8, self.name.len() as u8]
    }
}

/// Returns true if a member of an object, or of the top level, can have a name.
const fn is_name(object: &str, name: &'static str) -> bool {
    const LONGEST: usize = 255;
    matches!(name.len(), 1..=LONGEST)
        && object.len() <= LONGEST
        && (object.is_empty() || split(name, b'/').is_none())
}

/// Splits a path into the name of an object, empty for the top level, and the name of its member.
const fn split_path(path: &'static str) -> (&'static str, &'static str) {
    match split(path, b'/') {
        Some((object, name)) if !object.is_empty() => (object, name),
        _ => ("", path),
    }
}

/// Splits a text at the first byte of a value, which is ASCII.
const fn split(text: &'static str, separator: u8) -> Option<(&'static str, &'static str)> {
    let (mut rest, mut length) = (text.as_bytes(), 0_usize);
    while let [first, tail @ ..] = rest {
        if *first == separator {
            let (before, after) = text.split_at(length);
            return Some((before, after.split_at(1).1));
        }
        (rest, length) = (tail, length.wrapping_add(1));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_a_name_or_a_pair_in_one_object() {
        let signature = |object, name, partner| Some(Signature { object, name, partner });
        for (text, expected) in [
            ("a", signature("", "a", "")),
            ("a+b", signature("", "a", "b")),
            ("d/a", signature("d", "a", "")),
            ("d/a+d/b", signature("d", "a", "b")),
            ("// Note+b", signature("", "// Note", "b")),
            ("", None),
            ("a+", None),
            ("+b", None),
            ("d/", None),
            ("d/a+b", None),
            ("d/a+e/b", None),
            ("d/e/a", None),
            ("a+b+c", None),
            ("d/a+d/b+d/c", None),
        ] {
            let parsed = Signature::parse(text);
            assert_eq!(parsed, expected, "{text}");
            let again = parsed.and_then(|parsed| Signature::of_lengths(text, parsed.lengths()));
            assert_eq!(again, expected, "{text}");
        }
    }
}
