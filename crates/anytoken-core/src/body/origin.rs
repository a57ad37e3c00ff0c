//! Where the text of a body came from.

use crate::Span;

/// Where the text of a body that was transcoded stood before, in the order of the text.
///
/// It is empty where the text is the source itself.
#[derive(Default)]
pub(crate) struct Origin(Vec<Piece>);

/// From this byte of the text on, up to the next piece.
struct Piece {
    text: u32,
    source: u32,
    /// Whether the text is that of the source byte for byte, and not just made of it.
    same: bool,
}

impl Origin {
    pub(crate) fn with_capacity(pieces: usize) -> Self {
        Self(Vec::with_capacity(pieces))
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The text from here on was made of what begins at `source`.
    pub(crate) fn add(&mut self, text: usize, source: usize) {
        self.push(text, source, false);
    }

    /// The text from here on is that at `source`.
    pub(super) fn add_same(&mut self, text: usize, source: usize) {
        self.push(text, source, true);
    }

    fn push(&mut self, text: usize, source: usize, same: bool) {
        if self.0.len() == self.0.capacity() {
            self.0.reserve_exact(self.0.len().max(16) >> 1);
        }
        let (text, source) = Span::new(text, source).raw();
        self.0.push(Piece { text, source, same });
    }

    /// The place in the source; where the text was made of it, the beginning of what it was made of.
    pub(crate) fn place(&self, span: Span) -> Span {
        let wide = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        let behind = self.0.partition_point(|piece| wide(piece.text) <= span.start());
        match behind.checked_sub(1).and_then(|index| self.0.get(index)) {
            Some(piece) if piece.same => {
                let into = span.start().saturating_sub(wide(piece.text));
                let start = wide(piece.source).saturating_add(into);
                Span::new(start, start.saturating_add(span.len()))
            }
            Some(piece) => Span::new(wide(piece.source), wide(piece.source)),
            None => span,
        }
    }
}
