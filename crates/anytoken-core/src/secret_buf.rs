//! Text that is wiped from memory, and spans of it.

use std::fmt;
use std::ops::Range;

use crate::json;
use crate::secret::same;

/// A range of bytes in a body or a buffer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span of an absent value.
    pub(crate) const NONE: Self = Self { start: u32::MAX, end: u32::MAX };

    /// Creates a span from `start` to `end`; positions past 4 GiB saturate.
    pub fn new(start: usize, end: usize) -> Self {
        let saturated = |n| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: saturated(start), end: saturated(end) }
    }

    /// Creates a span from positions of 32 bits.
    pub(crate) const fn between(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    pub(crate) fn raw(self) -> (u32, u32) {
        (self.start, self.end)
    }

    /// Returns the offset of the first byte.
    pub fn start(self) -> usize {
        usize::try_from(self.start).unwrap_or(usize::MAX)
    }

    /// Returns the offset after the last byte.
    pub fn end(self) -> usize {
        usize::try_from(self.end).unwrap_or(usize::MAX)
    }

    /// Returns the span as a range for slicing.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Returns the number of bytes.
    pub fn len(self) -> usize {
        self.end().saturating_sub(self.start())
    }

    /// Returns true if the span is empty.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Returns the text of `source` at this span; empty if the span is out of bounds.
    pub(crate) fn of(self, source: &str) -> &str {
        source.get(self.range()).unwrap_or("")
    }

    /// Returns true unless this is [`NONE`](Self::NONE).
    pub(crate) fn is_some(self) -> bool {
        self != Self::NONE
    }

    /// Returns the span without its first and last byte: a JSON string without its quotes.
    pub(crate) fn inside(self) -> Self {
        Self { start: self.start.wrapping_add(1), end: self.end.wrapping_sub(1) }
    }

    /// Returns the span with one more byte on either side: a name with its quotes.
    pub(crate) fn outside(self) -> Self {
        Self { start: self.start.saturating_sub(1), end: self.end.saturating_add(1) }
    }
}

/// An owned secret text, whose whole buffer is wiped when it is dropped.
///
/// A buffer that has to grow is wiped as well, so that no copy of a secret remains in freed memory. `Debug` is redacted
/// and there is no `Display`; [`expose`](Self::expose) is the only way to the text.
#[derive(Default)]
pub struct SecretBuf(String);

impl SecretBuf {
    /// Creates an empty buffer with room for `capacity` bytes.
    pub fn with_capacity(capacity: usize) -> Self {
        Self(String::with_capacity(capacity))
    }

    /// Copies a text into a buffer with room for `room` more bytes.
    pub(crate) fn with_room(text: &str, room: usize) -> Self {
        let mut buffer = Self::with_capacity(text.len().saturating_add(room));
        buffer.0.push_str(text);
        buffer
    }

    /// Returns the text. It is a secret: keep it out of logs.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Returns the length of the text in bytes.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns true if the text is empty.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Appends a text and returns its span.
    ///
    /// If the text does not fit, the buffer is moved to a larger one and wiped.
    pub fn push(&mut self, text: &str) -> Span {
        if self.room() < text.len() {
            self.grow(text.len());
        }
        let start = self.0.len();
        self.0.push_str(text);
        Span::new(start, self.0.len())
    }

    /// Appends a text.
    pub(crate) fn put(&mut self, text: &str) {
        self.push(text);
    }

    /// Appends the unescaped text of a JSON string, given without its quotes.
    ///
    /// Returns false if an escape is invalid, and appends the text before it. The unescaped text is never longer than
    /// the escaped one.
    pub(crate) fn unescape(&mut self, inside: &str) -> bool {
        let mut rest = inside;
        while !rest.is_empty() {
            let run = memchr::memchr(b'\\', rest.as_bytes()).unwrap_or(rest.len());
            let (plain, behind) = rest.split_at_checked(run).unwrap_or((rest, ""));
            self.put(plain);
            rest = behind;
            while rest.starts_with('\\') {
                let Some((c, length)) = json::escaped(rest.as_bytes()) else { return false };
                self.put_char(c);
                rest = rest.get(length..).unwrap_or("");
            }
        }
        true
    }

    /// Appends the unescaped text of a JSON string that is in the buffer itself, and returns its span.
    pub(crate) fn unescape_within(&mut self, inside: Span) -> Span {
        let (start, mut at) = (self.len(), inside.start());
        while at < inside.end() {
            let rest = self.0.as_bytes().get(at..inside.end()).unwrap_or(&[]);
            if rest.first() == Some(&b'\\') {
                let Some((c, length)) = json::escaped(rest) else { break };
                self.put_char(c);
                at = at.saturating_add(length);
            } else {
                let end = at.saturating_add(memchr::memchr(b'\\', rest).unwrap_or(rest.len()));
                self.put_within(at..end);
                at = end;
            }
        }
        Span::new(start, self.len())
    }

    fn put_within(&mut self, range: Range<usize>) {
        if self.room() < range.len() {
            self.grow(range.len());
        }
        if self.0.is_char_boundary(range.start) && self.0.is_char_boundary(range.end) {
            self.0.extend_from_within(range);
        }
    }

    #[inline(always)]
    fn put_char(&mut self, c: char) {
        if self.room() < c.len_utf8() {
            self.grow(c.len_utf8());
        }
        self.0.push(c);
    }

    /// Moves the text to a larger buffer and wipes the smaller one.
    #[cold]
    fn grow(&mut self, more: usize) {
        let half = self.0.capacity().saturating_add(self.0.capacity() >> 1);
        let mut larger = Self::with_capacity(self.0.len().saturating_add(more).max(half));
        larger.0.push_str(&self.0);
        *self = larger;
    }

    /// Truncates the text; the rest of it is wiped with the buffer.
    pub(crate) fn truncate(&mut self, end: usize) {
        if self.0.is_char_boundary(end) {
            self.0.truncate(end);
        }
    }

    /// Returns the number of bytes that can be appended without growing.
    pub(crate) fn room(&self) -> usize {
        self.0.capacity().saturating_sub(self.0.len())
    }

    /// Returns the text at a span.
    pub(crate) fn at(&self, span: Span) -> &str {
        span.of(&self.0)
    }
}

impl From<String> for SecretBuf {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for SecretBuf {
    fn from(text: &str) -> Self {
        Self::with_room(text, 0)
    }
}

impl TryFrom<SecretBytes> for SecretBuf {
    type Error = usize;

    /// Takes the bytes over as text. Bytes that are not UTF-8 are wiped, and the error is the offset of the first one.
    fn try_from(mut bytes: SecretBytes) -> Result<Self, usize> {
        String::from_utf8(std::mem::take(&mut bytes.0)).map(Self).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            wipe(&mut error.into_bytes());
            at
        })
    }
}

impl Clone for SecretBuf {
    fn clone(&self) -> Self {
        Self::from(self.expose())
    }
}

impl Drop for SecretBuf {
    fn drop(&mut self) {
        wipe(&mut std::mem::take(&mut self.0).into_bytes());
    }
}

impl PartialEq for SecretBuf {
    /// Compares in constant time; only the lengths can be told apart by time.
    fn eq(&self, other: &Self) -> bool {
        same(self.expose(), other.expose())
    }
}

impl Eq for SecretBuf {}

impl fmt::Debug for SecretBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// A caller's bytes, wiped when they are dropped.
pub(crate) struct SecretBytes(Vec<u8>);

impl SecretBytes {
    pub(crate) fn as_slice(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for SecretBytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl Drop for SecretBytes {
    fn drop(&mut self) {
        wipe(&mut self.0);
    }
}

/// Overwrites the whole allocation, including unused capacity.
///
/// A `memset` and a barrier have the effect of a volatile store for each byte, at a fraction of the cost.
fn wipe(bytes: &mut Vec<u8>) {
    bytes.clear();
    bytes.resize(bytes.capacity(), 0);
    zeroize::optimization_barrier(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_empty_texts_and_spans_are_empty() {
        assert!(Span::new(1, 1).is_empty() && !Span::new(1, 2).is_empty());
        assert!(SecretBuf::with_capacity(8).is_empty() && !SecretBuf::from("a").is_empty());
        assert_eq!((Span::new(1, 3).len(), SecretBuf::from("ab").len()), (2, 2));
    }

    #[test]
    fn push_keeps_the_text_before_it() {
        let mut text = SecretBuf::from("a");
        let places = ["bc", "", "é", &"d".repeat(100)].map(|piece| text.push(piece));
        assert_eq!(text.expose(), format!("abcé{}", "d".repeat(100)));
        assert_eq!(places.map(Span::range), [1..3, 3..3, 3..5, 5..105]);
        assert_eq!(places.map(|place| text.at(place).len()), [2, 0, 2, 100]);
        // An offset within a character truncates nothing.
        text.truncate(4);
        assert_eq!(text.len(), 105);
        text.truncate(3);
        assert_eq!(text.expose(), "abc");
    }
}
