//! The splitter: JSON text into the places of its members, in one strict pass.
//!
//! It accepts what RFC 8259 accepts and nothing else, and yields of each member the place of its name, the place
//! and type of its value, and whether either has escapes. Values are checked whole but not read. There is no
//! recursion and no allocation; depth is bounded by a stack of bits.

mod plain;
mod string;

use self::plain::{plain, rare};
use self::string::{End, string};
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
    /// Without escapes.
    Plain,
    /// Without escapes, and known to be visible ASCII: what long ones are looked at for once.
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

/// Splits the one object or array at a place of a text, with nothing but blanks around it.
pub(crate) fn split(
    text: &str,
    place: Span,
    levels: u32,
    each: impl FnMut(Member),
) -> Result<JsonKind, Stop> {
    let bytes = text.as_bytes().get(..place.end()).unwrap_or(text.as_bytes());
    if bytes.len() > wide(End::LAST) {
        return Err(Stop { kind: ErrorKind::Limit, at: wide(End::LAST) });
    }
    whole(bytes, place.raw().0, levels.min(DEEPEST), each).map_err(|(kind, at)| Stop { kind, at: wide(at) })
}

/// A place in the text: 32 bits wide, as in a span, so that none has to be narrowed.
type At = u32;

/// What was found, or why and where the text stops.
type Scanned<T> = Result<T, (ErrorKind, At)>;

fn whole(bytes: &[u8], at: At, levels: u32, each: impl FnMut(Member)) -> Scanned<JsonKind> {
    let (kind, at) = container(bytes, at, levels, each)?;
    match sign(bytes, at) {
        (END, at) if wide(at) >= bytes.len() => Ok(kind),
        (_, at) => syntax(at),
    }
}

/// Yields the members of the container that begins here.
#[inline(always)]
fn container(bytes: &[u8], at: At, levels: u32, mut each: impl FnMut(Member)) -> Scanned<(JsonKind, At)> {
    match sign(bytes, at) {
        (b'{' | b'[', at) if levels == 0 => Err((ErrorKind::Limit, at)),
        (b'{', at) => Ok((JsonKind::Object, members(bytes, next(at), levels, each)?)),
        (b'[', at) => Ok((JsonKind::Array, elements(bytes, next(at), levels, &mut each)?)),
        (_, at) => syntax(at),
    }
}

/// Yields the members of an object, from behind its brace on; what is behind the other one.
#[inline(always)]
fn members(bytes: &[u8], at: At, levels: u32, mut each: impl FnMut(Member)) -> Scanned<At> {
    let (first, mut at) = sign(bytes, at);
    if first == b'}' {
        return Ok(next(at));
    }
    loop {
        let start = next(at);
        let (end, behind) = name(bytes, at)?;
        at = sign(bytes, behind).1;
        let (value, kind, string) = value(bytes, at, levels)?;
        each(Member {
            name: Span::between(start, end.at().wrapping_sub(1)),
            value: Span::between(at, value),
            kind,
            name_escaped: end.is_escaped(),
            string,
        });
        match sign(bytes, value) {
            (b',', comma) => at = sign(bytes, next(comma)).1,
            (b'}', at) => return Ok(next(at)),
            (_, at) => return syntax(at),
        }
    }
}

/// Yields the elements of an array, from behind its bracket on; what is behind the other one.
fn elements(bytes: &[u8], at: At, levels: u32, each: &mut dyn FnMut(Member)) -> Scanned<At> {
    let (first, mut at) = sign(bytes, at);
    if first == b']' {
        return Ok(next(at));
    }
    loop {
        let (value, kind, string) = value(bytes, at, levels)?;
        each(Member {
            name: Span::between(0, 0),
            value: Span::between(at, value),
            kind,
            name_escaped: false,
            string,
        });
        match sign(bytes, value) {
            (b',', comma) => at = sign(bytes, next(comma)).1,
            (b']', at) => return Ok(next(at)),
            (_, at) => return syntax(at),
        }
    }
}

/// A value, checked whole: what is behind, its type, and how it is written.
#[inline(always)]
fn value(bytes: &[u8], at: At, levels: u32) -> Scanned<(At, JsonKind, Written)> {
    let (behind, kind) = match byte(bytes, at) {
        b'"' => {
            let end = string(bytes, at)?;
            return Ok((end.at(), JsonKind::String, end.written()));
        }
        b'{' => (nested(bytes, at, levels)?, JsonKind::Object),
        b'[' => (nested(bytes, at, levels)?, JsonKind::Array),
        b't' | b'f' => (rare(bytes, at)?, JsonKind::Bool),
        b'n' => (rare(bytes, at)?, JsonKind::Null),
        _ => (plain(bytes, at)?, JsonKind::Number),
    };
    Ok((behind, kind, Written::Plain))
}

/// A name and its colon: where it ends, and what is behind.
#[inline(always)]
fn name(bytes: &[u8], at: At) -> Scanned<(End, At)> {
    if byte(bytes, at) != b'"' {
        return syntax(at);
    }
    let end = string(bytes, at)?;
    match sign(bytes, end.at()) {
        (b':', colon) => Ok((end, next(colon))),
        (_, at) => syntax(at),
    }
}

/// Passes over a container within the container, checking all of it.
fn nested(bytes: &[u8], mut at: At, levels: u32) -> Scanned<At> {
    // One bit a level, the lowest for the innermost: set for an object.
    let (mut objects, mut depth) = (0_u128, 0_u32);
    loop {
        // Here a value begins, in an object its name.
        if objects & 1 == 1 {
            at = sign(bytes, name(bytes, at)?.1).1;
        }
        match byte(bytes, at) {
            b'"' => at = string(bytes, at)?.at(),
            open @ (b'{' | b'[') => {
                depth = depth.wrapping_add(1);
                if depth >= levels {
                    return Err((ErrorKind::Limit, at));
                }
                objects = objects << 1 | u128::from(open == b'{');
                let (first, begin) = sign(bytes, next(at));
                at = begin;
                if first != close(objects) {
                    continue;
                }
                at = next(at);
                depth = depth.wrapping_sub(1);
                objects >>= 1;
            }
            _ => at = plain(bytes, at)?,
        }
        // Behind a value: close what ends here, or go on behind a comma.
        while depth > 0 {
            let (found, here) = sign(bytes, at);
            if found == b',' {
                at = sign(bytes, next(here)).1;
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

/// What ends the innermost level.
#[inline(always)]
fn close(objects: u128) -> u8 {
    if objects & 1 == 1 { b'}' } else { b']' }
}

/// What is read at the end of the text; as a byte it has no place in JSON.
const END: u8 = 0;

/// The next byte that is no blank, and where it is.
#[inline(always)]
fn sign(bytes: &[u8], mut at: At) -> (u8, At) {
    loop {
        let byte = byte(bytes, at);
        if byte > b' ' || !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
            return (byte, at);
        }
        at = next(at);
    }
}

#[inline(always)]
fn byte(bytes: &[u8], at: At) -> u8 {
    bytes.get(wide(at)).copied().unwrap_or(END)
}

#[inline(always)]
fn rest(bytes: &[u8], at: At) -> &[u8] {
    bytes.get(wide(at)..).unwrap_or(&[])
}

#[inline(always)]
fn next(at: At) -> At {
    at.wrapping_add(1)
}

#[cold]
fn syntax<T>(at: At) -> Scanned<T> {
    Err((ErrorKind::Syntax, at))
}

/// A place as an index.
#[inline(always)]
fn wide(at: At) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

/// An index within a text that is shorter than 4 GiB.
fn narrow(index: usize) -> At {
    At::try_from(index).unwrap_or(At::MAX)
}

#[cfg(test)]
mod differential;

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Span {
        Span::new(0, text.len())
    }

    pub(super) fn names(text: &str) -> Result<Vec<(&str, &str)>, Stop> {
        let mut found = Vec::new();
        split(text, all(text), DEEPEST, |m| found.push((m.name.of(text), m.value.of(text))))?;
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
            split(&nested(4), all(&nested(4)), 3, |_| ()),
            Err(Stop { kind: ErrorKind::Limit, at: 3 })
        );
        assert!(split(&nested(3), all(&nested(3)), 3, |_| ()).is_ok());
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
