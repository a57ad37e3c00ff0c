//! The JSON scanner: splits an object or array into the spans of its members in one strict pass.
//!
//! It accepts exactly RFC 8259, and yields each member's name span, value span, value type, and whether either contains
//! escapes. Values are validated but not decoded. It neither recurses nor allocates; depth is bounded by a stack of
//! bits.

use super::stops::{self, Any, Stops, Visible};
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
    /// True if the name has escapes.
    pub(crate) name_escaped: bool,
    /// The form of the value; `Plain` if it is not a string.
    pub(crate) form: StringForm,
}

impl Member {
    /// Returns true if the value is a string with escapes.
    pub(crate) fn is_escaped(self) -> bool {
        self.form.is_escaped()
    }
}

/// The form of a string as it is written in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StringForm {
    /// Without escapes, and with a character that is neither visible ASCII nor a space.
    Plain,
    /// Without escapes, and only of visible ASCII and spaces, like nearly all strings.
    Visible,
    /// With escapes of visible ASCII, such as `\/` and `\u003d`, and else like [`Visible`](Self::Visible).
    ///
    /// So a token is not unescaped only to see if it can be one.
    EscapedVisible,
    /// With escapes, and of other characters or with escaped spaces.
    Escaped,
}

impl StringForm {
    /// Returns the form of a string of visible ASCII or of other characters, with escapes or without.
    #[inline(always)]
    pub(crate) fn of(is_visible: bool, is_escaped: bool) -> Self {
        match (is_visible, is_escaped) {
            (true, false) => Self::Visible,
            (false, false) => Self::Plain,
            (true, true) => Self::EscapedVisible,
            (false, true) => Self::Escaped,
        }
    }

    /// Returns true if the string has escapes.
    pub(crate) fn is_escaped(self) -> bool {
        matches!(self, Self::Escaped | Self::EscapedVisible)
    }
}

/// The error of a scan: invalid JSON, too deep nesting or a text that is too long, and its offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ScanError {
    pub(crate) kind: ErrorKind,
    pub(crate) at: usize,
}

/// A receiver of the members of a scan.
pub(crate) trait Sink {
    /// Receives the next member.
    fn member(&mut self, member: Member);
}

impl<F: FnMut(Member)> Sink for F {
    #[inline(always)]
    fn member(&mut self, member: Member) {
        self(member);
    }
}

/// Splits the object or array at a span of a text, which holds only whitespace beside it.
///
/// More than `levels` levels of nesting are an error.
#[inline(always)]
pub(crate) fn split(
    text: &str,
    span: Span,
    levels: u32,
    sink: &mut impl Sink,
) -> Result<JsonKind, ScanError> {
    let bytes = text.as_bytes().get(..span.end()).unwrap_or(text.as_bytes());
    if bytes.len() > LONGEST {
        return Err(ScanError { kind: ErrorKind::Limit, at: LONGEST });
    }
    debug_assert!(levels <= DEEPEST_STORED, "more levels than the stack has bits");
    let mut scan = Scan { bytes, stops: Stops::NONE };
    scan.document(span.start(), levels, sink).map_err(|(kind, at)| ScanError { kind, at })
}

/// Calls `each` with the name and the value of each member of a JSON object, as they are written: a name has quotes.
///
/// An element of an array has an empty name.
///
/// # Errors
///
/// [`Syntax`](ErrorKind::Syntax) and the offset if the text is no object or array, [`Limit`](ErrorKind::Limit) if it
/// has more than `levels` levels, at most 129. The members before the offset have been passed to `each`.
pub fn json_members<'a>(
    text: &'a str,
    levels: u32,
    mut each: impl FnMut(&'a str, &'a str),
) -> Result<JsonKind, (ErrorKind, usize)> {
    let mut member = |member: Member| {
        let name = if member.name == Span::default() { "" } else { member.name.outside().of(text) };
        each(name, member.value.of(text));
    };
    let split = split(text, Span::new(0, text.len()), levels.min(DEEPEST_STORED), &mut member);
    split.map_err(|error| (error.kind, error.at))
}

/// The longest text that is scanned, 1 GiB: offsets fit into the 32 bits of a span, even in the buffer of a token,
/// where unescaped texts follow the body.
pub(crate) const LONGEST: usize = (1 << 30) - 1;

/// The result of scanning a part of the text, or the kind and the offset of the error.
type Scanned<T> = Result<T, (ErrorKind, usize)>;

/// A text that is being scanned, and the stops of the block that was classified last.
struct Scan<'t> {
    bytes: &'t [u8],
    stops: Stops,
}

impl Scan<'_> {
    /// Scans the whole document and returns its type.
    #[inline(always)]
    fn document(&mut self, at: usize, levels: u32, sink: &mut impl Sink) -> Scanned<JsonKind> {
        let (kind, at) = match self.next_token(at) {
            (b'{' | b'[', at) if levels == 0 => return Err((ErrorKind::Limit, at)),
            (b'{', at) => (JsonKind::Object, self.members(next(at), levels, sink)?),
            (b'[', at) => (JsonKind::Array, self.elements(next(at), levels, sink)?),
            (_, at) => return syntax(at),
        };
        let end = if at < self.bytes.len() { self.next_token(at).1 } else { at };
        if end < self.bytes.len() { syntax(end) } else { Ok(kind) }
    }

    /// Yields the members of an object after its opening brace, and returns the offset after the closing one.
    #[inline(always)]
    fn members(&mut self, at: usize, levels: u32, sink: &mut impl Sink) -> Scanned<usize> {
        let (first, mut at) = self.next_token(at);
        if first == b'}' {
            return Ok(next(at));
        }
        loop {
            let start = next(at);
            let (name_end, name_form, colon) = self.name(at)?;
            at = self.next_token(next(colon)).1;
            let (end, kind, form) = self.value(at, levels)?;
            sink.member(Member {
                name: span(start, name_end),
                value: span(at, end),
                kind,
                name_escaped: name_form.is_escaped(),
                form,
            });
            match self.next_token(end) {
                (b',', comma) => at = self.next_token(next(comma)).1,
                (b'}', at) => return Ok(next(at)),
                (_, at) => return syntax(at),
            }
        }
    }

    /// Yields the elements of an array after its opening bracket, and returns the offset after the closing one.
    #[inline(never)]
    fn elements(&mut self, at: usize, levels: u32, sink: &mut dyn Sink) -> Scanned<usize> {
        let (first, mut at) = self.next_token(at);
        if first == b']' {
            return Ok(next(at));
        }
        loop {
            let (end, kind, form) = self.value(at, levels)?;
            let name = Span::default();
            sink.member(Member { name, value: span(at, end), kind, name_escaped: false, form });
            match self.next_token(end) {
                (b',', comma) => at = self.next_token(next(comma)).1,
                (b']', at) => return Ok(next(at)),
                (_, at) => return syntax(at),
            }
        }
    }

    /// Validates a value, and returns the offset after it, its type and form.
    #[inline(always)]
    fn value(&mut self, at: usize, levels: u32) -> Scanned<(usize, JsonKind, StringForm)> {
        let (end, kind) = match self.byte(at) {
            b'"' => {
                let (end, form) = self.string(next(at))?;
                return Ok((end, JsonKind::String, form));
            }
            b'{' => (self.nested(at, levels)?, JsonKind::Object),
            b'[' => (self.nested(at, levels)?, JsonKind::Array),
            b't' | b'f' => (self.any_scalar(at)?, JsonKind::Bool),
            b'n' => (self.any_scalar(at)?, JsonKind::Null),
            _ => (self.scalar(at)?, JsonKind::Number),
        };
        Ok((end, kind, StringForm::Plain))
    }

    /// Scans a name and its colon, and returns the end of the name, its form, and the offset of the colon.
    #[inline(always)]
    fn name(&mut self, at: usize) -> Scanned<(usize, StringForm, usize)> {
        if self.byte(at) != b'"' {
            return syntax(at);
        }
        let (end, form) = self.string(next(at))?;
        match self.next_token(end) {
            (b':', colon) => Ok((end.wrapping_sub(1), form, colon)),
            (_, at) => syntax(at),
        }
    }

    /// Validates a nested object or array, and returns the offset after it.
    ///
    /// A loop with a bit for each open level replaces recursion: the stack does not grow with the depth of the text.
    #[inline(never)]
    fn nested(&mut self, mut at: usize, levels: u32) -> Scanned<usize> {
        // One bit per level, the lowest for the innermost; set for an object.
        let (mut objects, mut depth) = (0_u128, 0_u32);
        loop {
            // A value starts here, or in an object the name of a member.
            if objects & 1 == 1 {
                let (.., colon) = self.name(at)?;
                at = self.next_token(next(colon)).1;
            }
            match self.byte(at) {
                b'"' => at = self.string(next(at))?.0,
                open @ (b'{' | b'[') => {
                    depth = depth.wrapping_add(1);
                    // The top level, which is not counted here, is one of the levels.
                    if depth >= levels {
                        return Err((ErrorKind::Limit, at));
                    }
                    objects = objects << 1 | u128::from(open == b'{');
                    let (first, start) = self.next_token(next(at));
                    at = start;
                    if first != closing_byte(objects) {
                        continue;
                    }
                    at = next(at);
                    depth = depth.wrapping_sub(1);
                    objects >>= 1;
                }
                _ => at = self.scalar(at)?,
            }
            // After a value: close levels, or continue after a comma.
            while depth > 0 {
                let (found, here) = self.next_token(at);
                if found == b',' {
                    at = self.next_token(next(here)).1;
                    break;
                }
                if found != closing_byte(objects) {
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
            ..=b' ' => self.skip_whitespace(at),
            byte => (byte, at),
        }
    }

    /// Returns the next byte that is not whitespace, and its offset, starting at whitespace or an invalid byte.
    ///
    /// Most whitespace is a single space or an indentation; up to sixteen bytes of it are skipped at once.
    #[inline(never)]
    fn skip_whitespace(&self, mut at: usize) -> (u8, usize) {
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
fn closing_byte(objects: u128) -> u8 {
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
    pub(super) fn string(&mut self, from: usize) -> Scanned<(usize, StringForm)> {
        let at = self.stop(from);
        if self.byte(at) == b'"' { Ok((next(at), StringForm::Visible)) } else { self.rare_string(at) }
    }

    /// Returns the offset of the next stop.
    #[inline(always)]
    fn stop(&mut self, from: usize) -> usize {
        match self.stops.first_from(from) {
            Some(at) => at,
            None => self.stop_beyond(from),
        }
    }

    /// Returns the next stop if it is not in the block that was classified last.
    #[inline(never)]
    fn stop_beyond(&mut self, from: usize) -> usize {
        let at = self.stops.skip_block(from);
        let Some(stops) = Stops::of::<Visible>(self.bytes, at) else { return self.stop_at_end(at) };
        self.stops = stops;
        stops.first().unwrap_or_else(|| self.long_run(stops.end()))
    }

    /// Returns the next stop if less than a block of the text remains.
    #[inline(never)]
    fn stop_at_end(&mut self, from: usize) -> usize {
        self.stops = Stops::last::<Visible>(self.bytes);
        self.stops.first_from(from).unwrap_or(self.bytes.len())
    }

    /// Returns the next stop after a long run of plain text.
    ///
    /// `memchr` is faster than classifying blocks, but costs more to start. It finds the end of the string, and the
    /// extremes of the bytes before it show whether there is an earlier stop.
    #[inline(never)]
    fn long_run(&mut self, from: usize) -> usize {
        let rest = self.rest(from);
        let run = memchr::memchr2(b'"', b'\\', rest).unwrap_or(rest.len());
        match rest.get(..run).map(bytes::extremes) {
            Some((b' '.., ..=b'~')) => from.wrapping_add(run),
            _ => Stops::seek::<Visible>(self.bytes, from),
        }
    }

    /// Scans the rest of a string from its first stop, which is not a quote.
    #[inline(never)]
    fn rare_string(&mut self, mut at: usize) -> Scanned<(usize, StringForm)> {
        let (mut is_visible, mut is_escaped) = (true, false);
        loop {
            at = match self.byte(at) {
                b'"' => return Ok((next(at), StringForm::of(is_visible, is_escaped))),
                b'\\' => {
                    let (end, stands_for_visible) = self.escape(next(at))?;
                    is_escaped = true;
                    is_visible &= stands_for_visible;
                    end
                }
                b' '..=b'~' => self.stop(at),
                // Characters outside ASCII come in runs, in which they are not stops.
                0x7F.. => {
                    is_visible = false;
                    Stops::seek::<Any>(self.bytes, at)
                }
                _ => return syntax(at),
            };
        }
    }

    /// Scans an escape after its backslash, and returns the offset after it, and true if it stands for visible ASCII
    /// that is not a space.
    #[inline(always)]
    fn escape(&self, at: usize) -> Scanned<(usize, bool)> {
        match self.byte(at) {
            b'u' => match self.rest(next(at)).first_chunk().and_then(string::hex) {
                Some(unit) => Ok((at.wrapping_add(5), matches!(unit, 0x21..=0x7E))),
                None => self.digits_error(next(at)),
            },
            b'"' | b'\\' | b'/' => Ok((next(at), true)),
            b'b' | b'f' | b'n' | b'r' | b't' => Ok((next(at), false)),
            _ => syntax(at),
        }
    }

    /// Returns the error of an escape with fewer than four hexadecimal digits.
    #[cold]
    fn digits_error<T>(&self, at: usize) -> Scanned<T> {
        let digits = self.rest(at).iter().take_while(|byte| byte.is_ascii_hexdigit());
        syntax(at.wrapping_add(digits.count()))
    }
}

impl Scan<'_> {
    /// Scans a literal or a number, and returns the offset after it.
    #[inline(always)]
    pub(super) fn scalar(&self, at: usize) -> Scanned<usize> {
        if !matches!(self.byte(at), b'1'..=b'9') {
            return self.any_scalar(at);
        }
        // Fast path: nearly all numbers are positive integers.
        let mut end = next(at);
        while self.byte(end).is_ascii_digit() {
            end = next(end);
        }
        if matches!(self.byte(end), b'.' | b'e' | b'E') { self.any_scalar(at) } else { Ok(end) }
    }

    /// Scans a literal, or a number of any form.
    #[inline(never)]
    pub(super) fn any_scalar(&self, at: usize) -> Scanned<usize> {
        match self.byte(at) {
            b't' => self.literal(at, b"true"),
            // Four bytes are compared as one number, and the fifth was matched.
            b'f' => self.literal(next(at), b"alse"),
            b'n' => self.literal(at, b"null"),
            _ => self.number(at),
        }
    }

    /// Scans a number of any form.
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

    /// Scans a literal, or the rest of one.
    #[inline]
    fn literal(&self, at: usize, word: &'static [u8; 4]) -> Scanned<usize> {
        if self.rest(at).first_chunk() == Some(word) {
            Ok(at.wrapping_add(4))
        } else {
            self.literal_error(at, word)
        }
    }

    /// Returns the error at the first byte that differs from the literal.
    #[cold]
    fn literal_error(&self, at: usize, word: &'static [u8; 4]) -> Scanned<usize> {
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

    pub(crate) fn names(text: &str) -> Result<Vec<(&str, &str)>, ScanError> {
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
    fn only_members_of_objects_have_names() {
        for (text, kind, members) in [
            (r#" {"":1 , "\u0061":"b"}"#, JsonKind::Object, [("\"\"", "1"), (r#""\u0061""#, "\"b\"")]),
            (r#"[[2], "b" ]"#, JsonKind::Array, [("", "[2]"), ("", "\"b\"")]),
        ] {
            let mut found = Vec::new();
            assert_eq!(json_members(text, 2, |name, value| found.push((name, value))), Ok(kind));
            assert_eq!(found, members);
        }
        assert_eq!(json_members("[[]]", 1, |_, _| ()), Err((ErrorKind::Limit, 1)));
        assert_eq!(json_members(" 1", 1, |_, _| ()), Err((ErrorKind::Syntax, 1)));
    }

    #[test]
    fn depth_is_bounded_exactly() {
        let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert!(names(&nested(128)).is_ok());
        assert_eq!(names(&nested(129)), Err(ScanError { kind: ErrorKind::Limit, at: 128 }));
        assert_eq!(
            split(&nested(4), all(&nested(4)), 3, &mut |_: Member| ()),
            Err(ScanError { kind: ErrorKind::Limit, at: 3 })
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
            assert_eq!(names(text), Err(ScanError { kind: ErrorKind::Syntax, at }), "{text}");
        }
    }
}
