//! The JSON scanner: splits an object or array into the spans of its members in one strict pass.
//!
//! It accepts exactly RFC 8259, and yields each member's name span, value span, value type, and whether either contains
//! escapes. Values are validated but not decoded. It neither recurses nor allocates; depth is bounded by a stack of
//! bits.

use super::stops::{self, Stops};
use super::{bytes, string};
use crate::error::{ErrorKind, JsonKind};
use crate::span::Span;

/// The deepest nesting that the stack of bits can hold.
pub(crate) const DEEPEST: u32 = 128;

/// The deepest nesting of a stored token, whose extras are one level deeper than in their response.
///
/// The outermost level needs no bit.
pub(crate) const DEEPEST_STORED: u32 = DEEPEST + 1;

/// A member of an object, or an element of an array (its name is empty then).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    /// The name, without its quotes.
    pub(crate) name: Span,
    /// The value, a string with its quotes.
    pub(crate) value: Span,
    pub(crate) kind: JsonKind,
    pub(crate) name_escaped: bool,
    /// The form of the value, if it is a string.
    pub(crate) string: Written,
}

impl Member {
    /// Returns true if the value is a string with escapes.
    pub(crate) fn is_escaped(self) -> bool {
        self.string == Written::Escaped
    }
}

/// The form of a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// Without escapes, and with a character that is not visible ASCII.
    Plain,
    /// Only visible ASCII and spaces, without escapes, like nearly all strings.
    Visible,
    /// With escapes.
    Escaped,
}

/// The error of a scan: invalid JSON, or too deep nesting, and its offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stop {
    pub(crate) kind: ErrorKind,
    pub(crate) at: usize,
}

/// A consumer of members.
pub(crate) trait Each {
    /// Consumes the next member.
    fn member(&mut self, member: Member);
}

impl<F: FnMut(Member)> Each for F {
    #[inline(always)]
    fn member(&mut self, member: Member) {
        self(member);
    }
}

/// Splits the object or array at a span of a text, surrounded only by whitespace.
#[inline(always)]
pub(crate) fn split(text: &str, place: Span, levels: u32, each: &mut impl Each) -> Result<JsonKind, Stop> {
    let bytes = text.as_bytes().get(..place.end()).unwrap_or(text.as_bytes());
    if bytes.len() > LONGEST {
        return Err(Stop { kind: ErrorKind::Limit, at: LONGEST });
    }
    debug_assert!(levels <= DEEPEST_STORED, "more levels than the stack has bits");
    let mut scan = Scan { bytes, signature: Stops::NONE };
    scan.whole(place.start(), levels, each).map_err(|(kind, at)| Stop { kind, at })
}

/// The longest text that is scanned, so that offsets fit into a span.
const LONGEST: usize = (1 << 30) - 1;

/// The result of scanning.
type Scanned<T> = Result<T, (ErrorKind, usize)>;

/// A text that is being scanned, and the block of it that was classified last.
struct Scan<'t> {
    bytes: &'t [u8],
    signature: Stops,
}

impl Scan<'_> {
    #[inline(always)]
    fn whole(&mut self, at: usize, levels: u32, each: &mut impl Each) -> Scanned<JsonKind> {
        let (kind, at) = match self.next_token(at) {
            (b'{' | b'[', at) if levels == 0 => return Err((ErrorKind::Limit, at)),
            (b'{', at) => (JsonKind::Object, self.members(next(at), levels, each)?),
            (b'[', at) => (JsonKind::Array, self.elements(next(at), levels, each)?),
            (_, at) => return syntax(at),
        };
        let behind = if at < self.bytes.len() { self.next_token(at).1 } else { at };
        if behind < self.bytes.len() { syntax(behind) } else { Ok(kind) }
    }

    /// Yields the members of an object after its opening brace, and returns the offset after the closing one.
    #[inline(always)]
    fn members(&mut self, at: usize, levels: u32, each: &mut impl Each) -> Scanned<usize> {
        let (first, mut at) = self.next_token(at);
        if first == b'}' {
            return Ok(next(at));
        }
        loop {
            let start = next(at);
            let (end, name, colon) = self.name(at)?;
            at = self.next_token(next(colon)).1;
            let (value, kind, string) = self.value(at, levels)?;
            each.member(Member {
                name: span(start, end),
                value: span(at, value),
                kind,
                name_escaped: name == Written::Escaped,
                string,
            });
            match self.next_token(value) {
                (b',', comma) => at = self.next_token(next(comma)).1,
                (b'}', at) => return Ok(next(at)),
                (_, at) => return syntax(at),
            }
        }
    }

    /// Yields the elements of an array after its opening bracket, and returns the offset after the closing one.
    #[inline(never)]
    fn elements(&mut self, at: usize, levels: u32, each: &mut dyn Each) -> Scanned<usize> {
        let (first, mut at) = self.next_token(at);
        if first == b']' {
            return Ok(next(at));
        }
        loop {
            let (value, kind, string) = self.value(at, levels)?;
            let name = Span::default();
            each.member(Member { name, value: span(at, value), kind, name_escaped: false, string });
            match self.next_token(value) {
                (b',', comma) => at = self.next_token(next(comma)).1,
                (b']', at) => return Ok(next(at)),
                (_, at) => return syntax(at),
            }
        }
    }

    /// Validates a value, and returns the offset after it, its type and form.
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

    /// Scans a name and its colon, and returns the end of the name, its form, and the offset of the colon.
    #[inline(always)]
    fn name(&mut self, at: usize) -> Scanned<(usize, Written, usize)> {
        if self.byte(at) != b'"' {
            return syntax(at);
        }
        let (behind, written) = self.string(next(at))?;
        match self.next_token(behind) {
            (b':', colon) => Ok((behind.wrapping_sub(1), written, colon)),
            (_, at) => syntax(at),
        }
    }

    /// Validates a nested container, and returns the offset after it.
    #[inline(never)]
    fn nested(&mut self, mut at: usize, levels: u32) -> Scanned<usize> {
        // One bit per level, the lowest for the innermost; set for an object.
        let (mut objects, mut depth) = (0_u128, 0_u32);
        loop {
            // A value begins here, or in an object its name.
            if objects & 1 == 1 {
                let (.., colon) = self.name(at)?;
                at = self.next_token(next(colon)).1;
            }
            match self.byte(at) {
                b'"' => at = self.string(next(at))?.0,
                open @ (b'{' | b'[') => {
                    depth = depth.wrapping_add(1);
                    if depth >= levels {
                        return Err((ErrorKind::Limit, at));
                    }
                    objects = objects << 1 | u128::from(open == b'{');
                    let (first, begin) = self.next_token(next(at));
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
            // After a value: close levels, or continue after a comma.
            while depth > 0 {
                let (found, here) = self.next_token(at);
                if found == b',' {
                    at = self.next_token(next(here)).1;
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

    /// Returns the next byte that is not whitespace, and its offset.
    #[inline(always)]
    fn next_token(&self, at: usize) -> (u8, usize) {
        match self.byte(at) {
            ..=b' ' => self.behind_blanks(at),
            sign => (sign, at),
        }
    }

    /// Skips whitespace: a single space or an indent.
    #[inline(never)]
    fn behind_blanks(&self, mut at: usize) -> (u8, usize) {
        loop {
            if let Some(bytes) = self.rest(at).first_chunk() {
                at = at.wrapping_add(stops::indent(bytes));
            }
            let byte = self.byte(at);
            if byte > b' ' || !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return (byte, at);
            }
            at = next(at);
        }
    }

    /// Returns the byte at an offset; after the end a byte that is invalid in JSON.
    #[inline(always)]
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    #[inline(always)]
    fn rest(&self, at: usize) -> &[u8] {
        self.bytes.get(at..).unwrap_or(&[])
    }
}

/// Returns the byte that closes the innermost level.
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

/// Creates a span of offsets in a scanned text, which fit into 32 bits.
#[inline(always)]
fn span(start: usize, end: usize) -> Span {
    let low = |at: usize| {
        let [a, b, c, d, ..] = at.to_le_bytes();
        u32::from_le_bytes([a, b, c, d])
    };
    Span::between(low(start), low(end))
}

impl Scan<'_> {
    /// Scans a string after its opening quote, and returns the offset after it and its form.
    #[inline(always)]
    pub(super) fn string(&mut self, from: usize) -> Scanned<(usize, Written)> {
        let at = self.stop(from);
        if self.byte(at) == b'"' { Ok((next(at), Written::Visible)) } else { self.rare_string(at) }
    }

    /// Returns the offset of the next byte that is not plain.
    #[inline(always)]
    fn stop(&mut self, from: usize) -> usize {
        match self.signature.first_from(from) {
            Some(at) => at,
            None => self.stop_beyond(from),
        }
    }

    /// Returns the next stop if it is not in the last block.
    #[inline(never)]
    fn stop_beyond(&mut self, from: usize) -> usize {
        let at = self.signature.behind(from);
        let Some(stops) = Stops::of::<true>(self.bytes, at) else { return self.stop_at_end(at) };
        self.signature = stops;
        stops.first().unwrap_or_else(|| self.long_run(stops.end()))
    }

    /// Returns the next stop if less than a block is left.
    #[inline(never)]
    fn stop_at_end(&mut self, from: usize) -> usize {
        self.signature = Stops::last::<true>(self.bytes);
        self.signature.first_from(from).unwrap_or(self.bytes.len())
    }

    /// Returns the next stop of a long run of plain text, with a faster search that costs more to start.
    #[inline(never)]
    fn long_run(&mut self, from: usize) -> usize {
        let rest = self.rest(from);
        let run = memchr::memchr2(b'"', b'\\', rest).unwrap_or(rest.len());
        match rest.get(..run).map(bytes::extremes) {
            Some((b' '.., ..=b'~')) => from.wrapping_add(run),
            _ => Stops::seek::<true>(self.bytes, from),
        }
    }

    /// Scans the rest of a string from the first byte that is not plain.
    #[inline(never)]
    fn rare_string(&mut self, mut at: usize) -> Scanned<(usize, Written)> {
        let mut written = Written::Plain;
        loop {
            at = match self.byte(at) {
                b'"' => return Ok((next(at), written)),
                b'\\' => {
                    written = Written::Escaped;
                    self.escape(next(at))?
                }
                b' '..=b'~' => self.stop(at),
                // Non-ASCII characters mostly come in runs.
                0x7F.. => Stops::seek::<false>(self.bytes, at),
                _ => return syntax(at),
            };
        }
    }

    /// Scans an escape after its backslash, and returns the offset after it.
    #[inline]
    fn escape(&self, at: usize) -> Scanned<usize> {
        if self.byte(at) == b'u' {
            return match self.rest(next(at)).first_chunk().and_then(string::hex) {
                Some(_) => Ok(at.wrapping_add(5)),
                None => self.no_digits(next(at)),
            };
        }
        match self.byte(at) {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Ok(next(at)),
            _ => syntax(at),
        }
    }

    /// Returns the error of fewer than four digits.
    #[cold]
    fn no_digits(&self, at: usize) -> Scanned<usize> {
        let digits = self.rest(at).iter().take_while(|byte| byte.is_ascii_hexdigit());
        syntax(at.wrapping_add(digits.count()))
    }
}

impl Scan<'_> {
    /// Scans a literal or a number, and returns the offset after it.
    #[inline(always)]
    pub(super) fn plain(&self, at: usize) -> Scanned<usize> {
        if !matches!(self.byte(at), b'1'..=b'9') {
            return self.rare(at);
        }
        // Fast path: nearly all numbers are positive integers.
        let mut behind = next(at);
        while self.byte(behind).is_ascii_digit() {
            behind = next(behind);
        }
        if matches!(self.byte(behind), b'.' | b'e' | b'E') { self.rare(at) } else { Ok(behind) }
    }

    /// Scans a literal, or a number of any form.
    #[inline(never)]
    pub(super) fn rare(&self, at: usize) -> Scanned<usize> {
        match self.byte(at) {
            b't' => self.literal(at, b"true"),
            b'f' => self.literal(next(at), b"alse"),
            b'n' => self.literal(at, b"null"),
            _ => self.number(at),
        }
    }

    fn number(&self, mut at: usize) -> Scanned<usize> {
        if self.byte(at) == b'-' {
            at = next(at);
        }
        at = if self.byte(at) == b'0' { next(at) } else { self.digits(at)? };
        if self.byte(at) == b'.' {
            at = self.digits(next(at))?;
        }
        if matches!(self.byte(at), b'e' | b'E') {
            at = next(at);
            if matches!(self.byte(at), b'+' | b'-') {
                at = next(at);
            }
            at = self.digits(at)?;
        }
        Ok(at)
    }

    /// Scans one digit or more.
    #[inline]
    fn digits(&self, from: usize) -> Scanned<usize> {
        let mut at = from;
        while self.byte(at).is_ascii_digit() {
            at = next(at);
        }
        if at == from { syntax(at) } else { Ok(at) }
    }

    #[inline]
    fn literal(&self, at: usize, word: &'static [u8; 4]) -> Scanned<usize> {
        if self.rest(at).first_chunk() == Some(word) {
            Ok(at.wrapping_add(4))
        } else {
            self.no_literal(at, word)
        }
    }

    #[cold]
    fn no_literal(&self, at: usize, word: &'static [u8; 4]) -> Scanned<usize> {
        let same = word.iter().zip(self.rest(at)).take_while(|(letter, byte)| letter == byte);
        syntax(at.wrapping_add(same.count()))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(crate) fn all(text: &str) -> Span {
        Span::new(0, text.len())
    }

    pub(crate) fn names(text: &str) -> Result<Vec<(&str, &str)>, Stop> {
        let mut found = Vec::new();
        split(text, all(text), DEEPEST, &mut |m: Member| found.push((m.name.of(text), m.value.of(text))))?;
        Ok(found)
    }

    #[test]
    fn members_are_spans() {
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
    fn invalid_json_stops_at_its_offset() {
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
