//! Ranges of bytes, by which members and texts refer to a body or a buffer without copying it.

use std::ops::Range;

/// A range of bytes in a body or a buffer, in 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span of an absent value.
    pub(crate) const NONE: Self = Self { start: u32::MAX, end: u32::MAX };

    /// Creates a span from `start` to `end`; offsets past 4 GiB saturate.
    pub fn new(start: usize, end: usize) -> Self {
        let saturated = |n| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: saturated(start), end: saturated(end) }
    }

    /// Creates a span from offsets of 32 bits.
    pub(crate) const fn between(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Returns both offsets in 32 bits.
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

    /// Returns the text of `source` at this span, which lies within it.
    pub(crate) fn of(self, source: &str) -> &str {
        let text = source.get(self.range());
        debug_assert!(text.is_some(), "{self:?} is not a part of {} bytes", source.len());
        text.unwrap_or("")
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
