//! An excerpt of a body on one line.

use std::ops::Range;

use anytoken::SecretBuf;

/// An excerpt around a place of a body, in visible ASCII.
pub(crate) struct Excerpt {
    /// It holds secrets only with `--reveal`.
    pub(crate) line: SecretBuf,
    /// The columns that the carets point at.
    pub(crate) place: Range<usize>,
}

/// The sign for text that is cut off.
const CUT: &str = "...";

impl Excerpt {
    /// Joins the texts before a place (the nearest first), the text that contains it, and the texts after it. A flag
    /// says whether the texts of that side reach the end of the body.
    pub(super) fn new(
        before: (Vec<SecretBuf>, bool),
        (text, place): (SecretBuf, Range<usize>),
        after: (Vec<SecretBuf>, bool),
        columns: usize,
    ) -> Self {
        let length = |texts: &[SecretBuf]| texts.iter().map(SecretBuf::len).fold(0, usize::saturating_add);
        let (left, right) = (length(&before.0), length(&after.0));
        let mut line = SecretBuf::with_capacity(left.saturating_add(text.len()).saturating_add(right));
        for text in before.0.iter().rev().chain([&text]).chain(&after.0) {
            line.push(text.expose());
        }
        let place = left.saturating_add(place.start)..left.saturating_add(place.end);
        Self::window(&line, (before.1, after.1), place, columns)
    }

    /// Cuts a line of ASCII to the given number of columns around a place.
    fn window(line: &SecretBuf, whole: (bool, bool), place: Range<usize>, columns: usize) -> Self {
        let length = line.len().max(place.end);
        if whole == (true, true) && length <= columns {
            return Self { line: line.clone(), place };
        }
        // The place is centred; of a longer one the beginning is shown.
        let half = (columns / 2).saturating_sub(place.len().min(columns / 2) / 2);
        let start = place.start.saturating_sub(half).min(length.saturating_sub(columns));
        let end = start.saturating_add(columns).min(length);
        let cut_left = if start > 0 || !whole.0 { CUT } else { "" };
        let cut_right = if end < length || !whole.1 { CUT } else { "" };
        let inner = start.saturating_add(cut_left.len())..end.saturating_sub(cut_right.len());
        let mut window = SecretBuf::with_capacity(columns);
        for text in [
            cut_left,
            line.expose().get(inner.start..inner.end.min(line.len())).unwrap_or_default(),
            cut_right,
        ] {
            window.push(text);
        }
        let column = |at: usize| at.clamp(inner.start, inner.end).saturating_sub(start);
        Self { line: window, place: column(place.start)..column(place.end) }
    }

    /// Returns the carets for the line below.
    pub(crate) fn carets(&self) -> String {
        let indent = " ".repeat(self.place.start);
        format!("{indent}{}", "^".repeat(self.place.len().max(1)))
    }
}
