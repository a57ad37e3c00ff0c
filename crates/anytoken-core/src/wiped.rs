//! Text that leaves no trace in memory, and places in it.

use std::fmt;
use std::ops::Range;

use crate::json;

/// A range of bytes in a body or a buffer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// No place at all: what was not sent.
    pub(crate) const NONE: Self = Self { start: u32::MAX, end: u32::MAX };

    /// The range from `start` to `end`; positions past 4 GiB saturate.
    pub fn new(start: usize, end: usize) -> Self {
        let cut = |n| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: cut(start), end: cut(end) }
    }

    /// The same of positions that are as wide as a span's own.
    pub(crate) const fn between(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    pub(crate) fn raw(self) -> (u32, u32) {
        (self.start, self.end)
    }

    /// The first byte.
    pub fn start(self) -> usize {
        usize::try_from(self.start).unwrap_or(usize::MAX)
    }

    /// The byte behind the last one.
    pub fn end(self) -> usize {
        usize::try_from(self.end).unwrap_or(usize::MAX)
    }

    /// The same, as a range that slices.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// How many bytes it covers.
    pub fn len(self) -> usize {
        self.end().saturating_sub(self.start())
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The text of `source` at this place; empty when there is none.
    pub(crate) fn of(self, source: &str) -> &str {
        source.get(self.range()).unwrap_or("")
    }

    /// Whether the place is one.
    pub(crate) fn is_some(self) -> bool {
        self != Self::NONE
    }

    /// The span without its first and last byte: the inside of a JSON string, which has two at least.
    pub(crate) fn inside(self) -> Self {
        Self { start: self.start.wrapping_add(1), end: self.end.wrapping_sub(1) }
    }

    /// The span with one more byte on either side: a name with its quotes.
    pub(crate) fn outside(self) -> Self {
        Self { start: self.start.saturating_sub(1), end: self.end.saturating_add(1) }
    }
}

/// Text that is wiped whole when it is dropped and never moves while it holds something.
///
/// Its capacity is fixed when it is made, so no smaller copy of a secret stays behind in freed memory.
/// `Debug` is redacted and there is no `Display`; [`expose`](Self::expose) is the one way to the text.
#[derive(Default)]
pub struct Wiped(String);

impl Wiped {
    /// An empty buffer that takes up to `capacity` bytes.
    pub fn with_capacity(capacity: usize) -> Self {
        Self(String::with_capacity(capacity))
    }

    /// A text with room for so many bytes behind it.
    pub(crate) fn with_room(text: &str, room: usize) -> Self {
        let mut wiped = Self::with_capacity(text.len().saturating_add(room));
        wiped.0.push_str(text);
        wiped
    }

    /// The text. It is a secret: keep it out of logs.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// How many bytes of text it holds.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it holds no text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Appends a text and says where it stands.
    ///
    /// What does not fit into the room that was asked for moves to a larger buffer, and the smaller one is wiped.
    pub fn push(&mut self, text: &str) -> Span {
        if self.room() < text.len() {
            self.grow(text.len());
        }
        let start = self.0.len();
        self.0.push_str(text);
        Span::new(start, self.0.len())
    }

    /// Appends a text whose place nobody asks for.
    pub(crate) fn put(&mut self, text: &str) {
        self.push(text);
    }

    /// Appends what the inside of a JSON string says, as far as its escapes name characters; whether all of them do.
    ///
    /// What it says is never longer than the inside, so that it fits into the same room.
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

    /// The same where the inside stands in the buffer itself.
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

    /// Moves to a larger buffer; the smaller one is wiped.
    #[cold]
    fn grow(&mut self, more: usize) {
        let half = self.0.capacity().saturating_add(self.0.capacity() >> 1);
        let mut larger = Self::with_capacity(self.0.len().saturating_add(more).max(half));
        larger.0.push_str(&self.0);
        *self = larger;
    }

    /// Forgets the text from a byte on; it is wiped with the rest.
    pub(crate) fn truncate(&mut self, end: usize) {
        if self.0.is_char_boundary(end) {
            self.0.truncate(end);
        }
    }

    /// How many bytes fit behind the text.
    pub(crate) fn room(&self) -> usize {
        self.0.capacity().saturating_sub(self.0.len())
    }

    /// The text at a place.
    pub(crate) fn at(&self, span: Span) -> &str {
        span.of(&self.0)
    }
}

impl From<String> for Wiped {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Wiped {
    fn from(text: &str) -> Self {
        Self::with_room(text, 0)
    }
}

impl TryFrom<WipedBytes> for Wiped {
    type Error = usize;

    /// Takes the bytes over as text; bytes that are no UTF-8 are wiped, and the offset of the first is the error.
    fn try_from(mut bytes: WipedBytes) -> Result<Self, usize> {
        String::from_utf8(std::mem::take(&mut bytes.0)).map(Self).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            wipe(&mut error.into_bytes());
            at
        })
    }
}

impl Clone for Wiped {
    fn clone(&self) -> Self {
        Self::from(self.expose())
    }
}

impl Drop for Wiped {
    fn drop(&mut self) {
        wipe(&mut std::mem::take(&mut self.0).into_bytes());
    }
}

impl fmt::Debug for Wiped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// A caller's bytes, wiped when they are dropped.
pub(crate) struct WipedBytes(Vec<u8>);

impl WipedBytes {
    pub(crate) fn as_slice(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for WipedBytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl Drop for WipedBytes {
    fn drop(&mut self) {
        wipe(&mut self.0);
    }
}

/// Overwrites the whole allocation, the unused end as well.
///
/// A `memset` and a barrier do what a volatile store for each byte does, at a fraction of the cost.
fn wipe(bytes: &mut Vec<u8>) {
    bytes.clear();
    bytes.resize(bytes.capacity(), 0);
    zeroize::optimization_barrier(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_length_is_not_empty() {
        assert!(Span::new(1, 1).is_empty() && !Span::new(1, 2).is_empty());
        assert!(Wiped::with_capacity(8).is_empty() && !Wiped::from("a").is_empty());
        assert_eq!((Span::new(1, 3).len(), Wiped::from("ab").len()), (2, 2));
    }

    #[test]
    fn a_text_that_is_added_to_keeps_what_it_had() {
        let mut text = Wiped::from("a");
        let places = ["bc", "", "é", &"d".repeat(100)].map(|piece| text.push(piece));
        assert_eq!(text.expose(), format!("abcé{}", "d".repeat(100)));
        assert_eq!(places.map(Span::range), [1..3, 3..3, 3..5, 5..105]);
        assert_eq!(places.map(|place| text.at(place).len()), [2, 0, 2, 100]);
        // Within a character nothing is cut.
        text.truncate(4);
        assert_eq!(text.len(), 105);
        text.truncate(3);
        assert_eq!(text.expose(), "abc");
    }
}
