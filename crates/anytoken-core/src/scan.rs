//! The splitter: JSON text into the places of its members, in one strict pass.
//!
//! It accepts what RFC 8259 accepts and nothing else, and yields of each member the place of its name, the place
//! and type of its value, and whether either has escapes. Values are checked whole but not read. There is no
//! recursion and no allocation; depth is bounded by a stack of bits.

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
    /// Whether the value is a string with escapes.
    pub(crate) escaped: bool,
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
    let mut scan = Scan { bytes, at: place.start(), levels: levels.min(DEEPEST) };
    scan.blanks();
    let kind = scan.container(each)?;
    scan.blanks();
    if scan.at < bytes.len() { scan.stop() } else { Ok(kind) }
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
    levels: u32,
}

impl Scan<'_> {
    /// Yields the members of the container that begins here.
    fn container(&mut self, mut each: impl FnMut(Member)) -> Result<JsonKind, Stop> {
        let (kind, close) = match self.peek() {
            Some(b'{') => (JsonKind::Object, b'}'),
            Some(b'[') => (JsonKind::Array, b']'),
            _ => return self.stop(),
        };
        if self.levels == 0 {
            return self.too_deep();
        }
        self.next();
        self.blanks();
        if self.take(close) {
            return Ok(kind);
        }
        loop {
            let (name, name_escaped) = match kind {
                JsonKind::Object => self.name()?,
                _ => (Span::default(), false),
            };
            let start = self.at;
            let (kind, escaped) = self.value()?;
            each(Member { name, value: Span::new(start, self.at), kind, name_escaped, escaped });
            self.blanks();
            if self.take(close) {
                return Ok(if close == b'}' { JsonKind::Object } else { JsonKind::Array });
            }
            self.comma()?;
        }
    }

    /// A name and its colon.
    fn name(&mut self) -> Result<(Span, bool), Stop> {
        if self.peek() != Some(b'"') {
            return self.stop();
        }
        let start = self.at;
        let escaped = self.string()?;
        let name = Span::new(start, self.at).inside();
        self.blanks();
        if !self.take(b':') {
            return self.stop();
        }
        self.blanks();
        Ok((name, escaped))
    }

    /// A value of the container, whole; whether it is a string with escapes.
    fn value(&mut self) -> Result<(JsonKind, bool), Stop> {
        match self.peek() {
            Some(b'"') => Ok((JsonKind::String, self.string()?)),
            Some(b'{') => self.nested().map(|()| (JsonKind::Object, false)),
            Some(b'[') => self.nested().map(|()| (JsonKind::Array, false)),
            _ => self.plain().map(|kind| (kind, false)),
        }
    }

    /// A literal or a number.
    fn plain(&mut self) -> Result<JsonKind, Stop> {
        match self.peek() {
            Some(b't') => self.literal(b"true").map(|()| JsonKind::Bool),
            Some(b'f') => self.literal(b"false").map(|()| JsonKind::Bool),
            Some(b'n') => self.literal(b"null").map(|()| JsonKind::Null),
            _ => self.number().map(|()| JsonKind::Number),
        }
    }

    /// Passes over a container within the container, checking all of it.
    fn nested(&mut self) -> Result<(), Stop> {
        // One bit a level, the lowest for the innermost: set for an object.
        let (mut objects, mut depth) = (0_u128, 0_u32);
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.string()?;
                }
                Some(open @ (b'{' | b'[')) => {
                    depth = depth.saturating_add(1);
                    if depth >= self.levels {
                        return self.too_deep();
                    }
                    objects = objects << 1 | u128::from(open == b'{');
                    self.next();
                    self.blanks();
                    let empty = matches!((open, self.peek()), (b'{', Some(b'}')) | (b'[', Some(b']')));
                    if !empty {
                        if open == b'{' {
                            self.name()?;
                        }
                        continue;
                    }
                    self.next();
                    depth = depth.saturating_sub(1);
                    objects >>= 1;
                }
                _ => {
                    self.plain()?;
                }
            }
            // Behind a value: close what ends here, or go on behind a comma.
            loop {
                if depth == 0 {
                    return Ok(());
                }
                self.blanks();
                let object = objects & 1 == 1;
                if !self.take(if object { b'}' } else { b']' }) {
                    self.comma()?;
                    if object {
                        self.name()?;
                    }
                    break;
                }
                depth = depth.saturating_sub(1);
                objects >>= 1;
            }
        }
    }

    /// A comma and the blanks behind it.
    fn comma(&mut self) -> Result<(), Stop> {
        if !self.take(b',') {
            return self.stop();
        }
        self.blanks();
        Ok(())
    }

    /// A string with its quotes; whether it has escapes.
    fn string(&mut self) -> Result<bool, Stop> {
        self.next();
        self.run();
        if self.take(b'"') {
            return Ok(false);
        }
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.next();
                    return Ok(true);
                }
                Some(b'\\') => self.escape()?,
                _ => return self.stop(),
            }
            if !matches!(self.peek(), Some(b'"' | b'\\')) {
                self.run();
            }
        }
    }

    fn escape(&mut self) -> Result<(), Stop> {
        self.next();
        match self.peek() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.next(),
            Some(b'u') => {
                for _ in 0..4 {
                    self.next();
                    if !self.peek().is_some_and(|byte| byte.is_ascii_hexdigit()) {
                        return self.stop();
                    }
                }
                self.next();
            }
            _ => return self.stop(),
        }
        Ok(())
    }

    /// Goes on to the next quote, backslash or control byte.
    fn run(&mut self) {
        let mut rest = self.bytes.get(self.at..).unwrap_or(&[]);
        // Names and short values end within a few words; what is longer is left to vectors.
        for _ in 0..5 {
            let Some((word, behind)) = rest.split_first_chunk::<8>() else { break };
            let ends = string_ends(u64::from_le_bytes(*word));
            if ends != 0 {
                let byte = usize::try_from(ends.trailing_zeros() >> 3).unwrap_or(0);
                self.at = self.at.wrapping_add(byte);
                return;
            }
            self.at = self.at.wrapping_add(8);
            rest = behind;
        }
        self.at = self.at.wrapping_add(long_run(rest));
    }

    fn number(&mut self) -> Result<(), Stop> {
        self.take(b'-');
        match self.peek() {
            Some(b'0') => self.next(),
            Some(b'1'..=b'9') => self.digits()?,
            _ => return self.stop(),
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.next();
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.next();
            }
            self.digits()?;
        }
        Ok(())
    }

    /// One digit or more.
    fn digits(&mut self) -> Result<(), Stop> {
        if !self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            return self.stop();
        }
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.next();
        }
        Ok(())
    }

    fn literal(&mut self, word: &'static [u8]) -> Result<(), Stop> {
        for byte in word {
            if !self.take(*byte) {
                return self.stop();
            }
        }
        Ok(())
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.next();
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn next(&mut self) {
        self.at = self.at.wrapping_add(1);
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        if found {
            self.next();
        }
        found
    }

    #[cold]
    fn stop<T>(&self) -> Result<T, Stop> {
        Err(Stop { kind: ErrorKind::Syntax, at: self.at.min(self.bytes.len()) })
    }

    #[cold]
    fn too_deep<T>(&self) -> Result<T, Stop> {
        Err(Stop { kind: ErrorKind::Limit, at: self.at })
    }
}

/// The lanes of a word that hold a quote, a backslash or a control byte; the lowest set lane is exact.
fn string_ends(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let quote = word ^ 0x2222_2222_2222_2222;
    let slash = word ^ 0x5C5C_5C5C_5C5C_5C5C;
    let zero = |lanes: u64| lanes.wrapping_sub(ONES) & !lanes;
    let control = word.wrapping_sub(0x2020_2020_2020_2020) & !word;
    (zero(quote) | zero(slash) | control) & HIGH
}

/// How many bytes stand before the next quote, backslash or control byte.
fn long_run(rest: &[u8]) -> usize {
    let end = memchr::memchr2(b'"', b'\\', rest).unwrap_or(rest.len());
    let run = rest.get(..end).unwrap_or(rest);
    // A minimum is vectorised, a search for a range of bytes is not.
    if run.iter().fold(u8::MAX, |least, byte| least.min(*byte)) >= b' ' {
        return end;
    }
    run.iter().position(|byte| *byte < b' ').unwrap_or(end)
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
