//! The map from the text of a body to the body as it was received, for the offsets in errors and notes.

use crate::span::Span;

/// The map from a rewritten text to its source, in the order of the text.
///
/// It is empty if the text is the source itself.
#[derive(Clone, Default)]
pub(crate) struct SourceMap(Vec<Segment>);

/// A part of the text, up to the next segment.
#[derive(Clone)]
struct Segment {
    /// The offset in the text.
    text: u32,
    /// The offset in the source.
    source: u32,
    /// True if the text is a copy of the source, byte for byte.
    verbatim: bool,
}

impl SourceMap {
    pub(crate) fn with_capacity(segments: usize) -> Self {
        Self(Vec::with_capacity(segments))
    }

    /// Maps the text from an offset on to the beginning of `source`.
    pub(crate) fn add(&mut self, text: usize, source: usize) {
        self.push(text, source, false);
    }

    /// Maps the text from an offset on to a copy at `source`, byte for byte.
    pub(super) fn add_verbatim(&mut self, text: usize, source: usize) {
        self.push(text, source, true);
    }

    /// Maps a text that is put behind the text, at an offset, to the beginning of the source of `like`.
    pub(super) fn append(&mut self, text: usize, like: usize) {
        let source = self.source_span(Span::new(like, like)).start();
        if self.0.is_empty() {
            self.add_verbatim(0, 0);
        }
        self.add(text, source);
    }

    /// Moves all segments from an offset in the text on by so many bytes.
    pub(super) fn shift(&mut self, at: usize, by: usize) {
        let (at, by) = Span::new(at, by).raw();
        for segment in self.0.iter_mut().rev().take_while(|segment| segment.text >= at) {
            segment.text = segment.text.saturating_add(by);
        }
    }

    fn push(&mut self, text: usize, source: usize, verbatim: bool) {
        if self.0.len() == self.0.capacity() {
            self.0.reserve_exact(self.0.len().max(16) >> 1);
        }
        let (text, source) = Span::new(text, source).raw();
        self.0.push(Segment { text, source, verbatim });
    }

    /// Converts a span of the text to one in the source; in a segment that is not a copy, to the empty span at its
    /// source.
    pub(crate) fn source_span(&self, span: Span) -> Span {
        let wide = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        let after = self.0.partition_point(|segment| wide(segment.text) <= span.start());
        match after.checked_sub(1).and_then(|index| self.0.get(index)) {
            Some(segment) if segment.verbatim => {
                let within = span.start().saturating_sub(wide(segment.text));
                let start = wide(segment.source).saturating_add(within);
                Span::new(start, start.saturating_add(span.len()))
            }
            Some(segment) => Span::new(wide(segment.source), wide(segment.source)),
            None => span,
        }
    }
}
