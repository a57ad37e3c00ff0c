//! The map from the text of a body to the body as it was received.

use crate::span::Span;

/// The map from a rewritten text to its source, in the order of the text.
///
/// It is empty if the text is the source itself.
#[derive(Default)]
pub(crate) struct SourceMap(Vec<Piece>);

/// A piece of the text, from this byte up to the next piece.
struct Piece {
    text: u32,
    source: u32,
    /// True if the text is a copy of the source, byte for byte.
    verbatim: bool,
}

impl SourceMap {
    pub(crate) fn with_capacity(pieces: usize) -> Self {
        Self(Vec::with_capacity(pieces))
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Maps the text from an offset on to the beginning of `source`.
    pub(crate) fn add(&mut self, text: usize, source: usize) {
        self.push(text, source, false);
    }

    /// Maps the text from an offset on to a copy at `source`, byte for byte.
    pub(super) fn add_verbatim(&mut self, text: usize, source: usize) {
        self.push(text, source, true);
    }

    fn push(&mut self, text: usize, source: usize, verbatim: bool) {
        if self.0.len() == self.0.capacity() {
            self.0.reserve_exact(self.0.len().max(16) >> 1);
        }
        let (text, source) = Span::new(text, source).raw();
        self.0.push(Piece { text, source, verbatim });
    }

    /// Returns the span in the source; in a piece that is not a copy, the beginning of its source.
    pub(crate) fn place(&self, span: Span) -> Span {
        let wide = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        let behind = self.0.partition_point(|piece| wide(piece.text) <= span.start());
        match behind.checked_sub(1).and_then(|index| self.0.get(index)) {
            Some(piece) if piece.verbatim => {
                let into = span.start().saturating_sub(wide(piece.text));
                let start = wide(piece.source).saturating_add(into);
                Span::new(start, start.saturating_add(span.len()))
            }
            Some(piece) => Span::new(wide(piece.source), wide(piece.source)),
            None => span,
        }
    }
}
