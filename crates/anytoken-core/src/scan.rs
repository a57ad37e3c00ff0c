//! The splitter: JSON text into the places of its members, in one strict pass.
//!
//! It accepts what RFC 8259 accepts and nothing else, and yields of each member the place of its name, the place
//! and type of its value, and whether either has escapes. Values are checked whole but not read. There is no
//! recursion and no allocation; depth is bounded by a stack of bits.

mod marks;
mod plain;
mod string;

use self::marks::Marks;
use crate::{ErrorKind, JsonKind, wiped::Span};

/// The deepest nesting that the stack of bits can hold.
pub(crate) const DEEPEST: u32 = 128;

/// A member of an object, or an element of an array (its name is empty then).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    /// The name, without its quotes.
    pub(crate) name: Span,
    /// The value, a string with its quotes.
    pub(crate) value: Span,
    pub(crate) kind: JsonKind,
    pub(crate) name_escaped: bool,
    /// How the value is written, where it is a string.
    pub(crate) string: Written,
}

impl Member {
    /// Whether the value is a string with escapes.
    pub(crate) fn is_escaped(self) -> bool {
        self.string == Written::Escaped
    }
}

/// How a string is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// Without escapes, and with a character that is not visible ASCII.
    Plain,
    /// Nothing but visible ASCII and spaces, and no escapes: nearly all are.
    Visible,
    /// With escapes.
    Escaped,
}

/// Where the text stops being JSON, or goes deeper than allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stop {
    pub(crate) kind: ErrorKind,
    pub(crate) at: usize,
}

/// What is done with each member.
pub(crate) trait Each {
    /// Takes the next member.
    fn member(&mut self, member: Member);
}

impl<F: FnMut(Member)> Each for F {
    #[inline(always)]
    fn member(&mut self, member: Member) {
        self(member);
    }
}

/// Splits the one object or array at a place of a text, with nothing but blanks around it.
#[inline(always)]
pub(crate) fn split(text: &str, place: Span, levels: u32, each: &mut impl Each) -> Result<JsonKind, Stop> {
    let bytes = text.as_bytes().get(..place.end()).unwrap_or(text.as_bytes());
    if bytes.len() > LONGEST {
        return Err(Stop { kind: ErrorKind::Limit, at: LONGEST });
    }
    let mut scan = Scan { bytes, marks: Marks::NONE };
    scan.whole(place.start(), levels.min(DEEPEST), each).map_err(|(kind, at)| Stop { kind, at })
}

/// The longest text that is scanned: its places fit into a span.
const LONGEST: usize = (1 << 30) - 1;

/// What was found, or why and where the text stops.
type Scanned<T> = Result<T, (ErrorKind, usize)>;

/// A text that is scanned, and what of it was looked at last.
struct Scan<'t> {
    bytes: &'t [u8],
    marks: Marks,
}

impl Scan<'_> {
    #[inline(always)]
    fn whole(&mut self, at: usize, levels: u32, each: &mut impl Each) -> Scanned<JsonKind> {
        let (kind, at) = match self.sign(at) {
            (b'{' | b'[', at) if levels == 0 => return Err((ErrorKind::Limit, at)),
            (b'{', at) => (JsonKind::Object, self.members(next(at), levels, each)?),
            (b'[', at) => (JsonKind::Array, self.elements(next(at), levels, each)?),
            (_, at) => return syntax(at),
        };
        let behind = if at < self.bytes.len() { self.sign(at).1 } else { at };
        if behind < self.bytes.len() { syntax(behind) } else { Ok(kind) }
    }

    /// Yields the members of an object, from behind its brace on; what is behind the other one.
    #[inline(always)]
    fn members(&mut self, at: usize, levels: u32, each: &mut impl Each) -> Scanned<usize> {
        let (first, mut at) = self.sign(at);
        if first == b'}' {
            return Ok(next(at));
        }
        loop {
            let start = next(at);
            let (end, name, colon) = self.name(at)?;
            at = self.sign(next(colon)).1;
            let (value, kind, string) = self.value(at, levels)?;
            each.member(Member {
                name: span(start, end),
                value: span(at, value),
                kind,
                name_escaped: name == Written::Escaped,
                string,
            });
            match self.sign(value) {
                (b',', comma) => at = self.sign(next(comma)).1,
                (b'}', at) => return Ok(next(at)),
                (_, at) => return syntax(at),
            }
        }
    }

    /// Yields the elements of an array, from behind its bracket on; what is behind the other one.
    #[inline(never)]
    fn elements(&mut self, at: usize, levels: u32, each: &mut dyn Each) -> Scanned<usize> {
        let (first, mut at) = self.sign(at);
        if first == b']' {
            return Ok(next(at));
        }
        loop {
            let (value, kind, string) = self.value(at, levels)?;
            let name = Span::default();
            each.member(Member { name, value: span(at, value), kind, name_escaped: false, string });
            match self.sign(value) {
                (b',', comma) => at = self.sign(next(comma)).1,
                (b']', at) => return Ok(next(at)),
                (_, at) => return syntax(at),
            }
        }
    }

    /// A value, checked whole: what is behind, its type, and how it is written.
    #[inline(always)]
    fn value(&mut self, at: usize, levels: u32) -> Scanned<(usize, JsonKind, Written)> {
        let (behind, kind) = match self.byte(at) {
            b'"' => {
                let (behind, written) = self.string(next(at))?;
                return Ok((behind, JsonKind::String, written));
            }
            b'{' => (self.nested(at, levels)?, JsonKind::Object),
            b'[' => (self.nested(at, levels)?, JsonKind::Array),
            b't' | b'f' => (self.rare(at)?, JsonKind::Bool),
            b'n' => (self.rare(at)?, JsonKind::Null),
            _ => (self.plain(at)?, JsonKind::Number),
        };
        Ok((behind, kind, Written::Plain))
    }

    /// A name and its colon: where the name ends, how it is written, and where the colon is.
    #[inline(always)]
    fn name(&mut self, at: usize) -> Scanned<(usize, Written, usize)> {
        if self.byte(at) != b'"' {
            return syntax(at);
        }
        let (behind, written) = self.string(next(at))?;
        match self.sign(behind) {
            (b':', colon) => Ok((behind.wrapping_sub(1), written, colon)),
            (_, at) => syntax(at),
        }
    }

    /// Passes over a container within the container, checking all of it.
    #[inline(never)]
    fn nested(&mut self, mut at: usize, levels: u32) -> Scanned<usize> {
        // One bit a level, the lowest for the innermost: set for an object.
        let (mut objects, mut depth) = (0_u128, 0_u32);
        loop {
            // Here a value begins, in an object its name.
            if objects & 1 == 1 {
                let (.., colon) = self.name(at)?;
                at = self.sign(next(colon)).1;
            }
            match self.byte(at) {
                b'"' => at = self.string(next(at))?.0,
                open @ (b'{' | b'[') => {
                    depth = depth.wrapping_add(1);
                    if depth >= levels {
                        return Err((ErrorKind::Limit, at));
                    }
                    objects = objects << 1 | u128::from(open == b'{');
                    let (first, begin) = self.sign(next(at));
                    at = begin;
                    if first != close(objects) {
                        continue;
                    }
                    at = next(at);
                    depth = depth.wrapping_sub(1);
                    objects >>= 1;
                }
                _ => at = self.plain(at)?,
            }
            // Behind a value: close what ends here, or go on behind a comma.
            while depth > 0 {
                let (found, here) = self.sign(at);
                if found == b',' {
                    at = self.sign(next(here)).1;
                    break;
                }
                if found != close(objects) {
                    return syntax(here);
                }
                at = next(here);
                depth = depth.wrapping_sub(1);
                objects >>= 1;
            }
            if depth == 0 {
                return Ok(at);
            }
        }
    }

    /// The next byte that is no blank, and where it is.
    #[inline(always)]
    fn sign(&self, at: usize) -> (u8, usize) {
        match self.byte(at) {
            ..=b' ' => self.behind_blanks(at),
            sign => (sign, at),
        }
    }

    /// The same where there may be blanks: one, or those of an indent.
    #[inline(never)]
    fn behind_blanks(&self, mut at: usize) -> (u8, usize) {
        loop {
            if let Some(bytes) = self.rest(at).first_chunk() {
                at = at.wrapping_add(marks::indent(bytes));
            }
            let byte = self.byte(at);
            if byte > b' ' || !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return (byte, at);
            }
            at = next(at);
        }
    }

    /// The byte at a place; behind the text one that has no place in JSON.
    #[inline(always)]
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    #[inline(always)]
    fn rest(&self, at: usize) -> &[u8] {
        self.bytes.get(at..).unwrap_or(&[])
    }
}

/// What ends the innermost level.
#[inline(always)]
fn close(objects: u128) -> u8 {
    if objects & 1 == 1 { b'}' } else { b']' }
}

#[inline(always)]
fn next(at: usize) -> usize {
    at.wrapping_add(1)
}

#[cold]
fn syntax<T>(at: usize) -> Scanned<T> {
    Err((ErrorKind::Syntax, at))
}

/// A span of places in a text that is no longer than is scanned: their lower bytes hold them.
#[inline(always)]
fn span(start: usize, end: usize) -> Span {
    let low = |at: usize| {
        let [a, b, c, d, ..] = at.to_le_bytes();
        u32::from_le_bytes([a, b, c, d])
    };
    Span::between(low(start), low(end))
}

#[cfg(test)]
mod differential;

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn all(text: &str) -> Span {
        Span::new(0, text.len())
    }

    pub(super) fn names(text: &str) -> Result<Vec<(&str, &str)>, Stop> {
        let mut found = Vec::new();
        split(text, all(text), DEEPEST, &mut |m: Member| found.push((m.name.of(text), m.value.of(text))))?;
        Ok(found)
    }

    #[test]
    fn members_are_places() {
        let text = r#" {"a" : 1 , "b":"x\"y","c":[{"d":[]}], "":null} "#;
        assert_eq!(
            names(text),
            Ok(vec![("a", "1"), ("b", r#""x\"y""#), ("c", r#"[{"d":[]}]"#), ("", "null")])
        );
    }

    #[test]
    fn depth_is_bounded_exactly() {
        let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert!(names(&nested(128)).is_ok());
        assert_eq!(names(&nested(129)), Err(Stop { kind: ErrorKind::Limit, at: 128 }));
        assert_eq!(
            split(&nested(4), all(&nested(4)), 3, &mut |_: Member| ()),
            Err(Stop { kind: ErrorKind::Limit, at: 3 })
        );
        assert!(split(&nested(3), all(&nested(3)), 3, &mut |_: Member| ()).is_ok());
    }

    #[test]
    fn broken_text_stops_where_it_breaks() {
        for (text, at) in [
            ("{", 1),
            ("{\"a\":1", 6),
            ("{\"a\":01}", 6),
            ("{\"a\":1}x", 7),
            ("[1,]", 3),
            ("{\"a\u{1}\":1}", 3),
        ] {
            assert_eq!(names(text), Err(Stop { kind: ErrorKind::Syntax, at }), "{text}");
        }
    }
}
