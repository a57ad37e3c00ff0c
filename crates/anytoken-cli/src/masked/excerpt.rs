//! A part of a body on one line.

use std::ops::Range;

use anytoken::Wiped;

/// What stands around a place of a body, in visible ASCII.
pub(crate) struct Excerpt {
    /// It is a secret only where secrets are revealed.
    pub(crate) line: Wiped,
    /// The columns of what is pointed at.
    pub(crate) place: Range<usize>,
}

/// What stands at an end where something is left out.
const CUT: &str = "...";

impl Excerpt {
    /// The texts before a place, the nearest first, the text with the place in it, and the texts behind; with the
    /// texts of either side, whether they go on to that end of the body.
    pub(super) fn new(
        before: (Vec<Wiped>, bool),
        (text, place): (Wiped, Range<usize>),
        behind: (Vec<Wiped>, bool),
        columns: usize,
    ) -> Self {
        let length = |texts: &[Wiped]| texts.iter().map(Wiped::len).fold(0, usize::saturating_add);
        let (left, right) = (length(&before.0), length(&behind.0));
        let mut line = Wiped::with_capacity(left.saturating_add(text.len()).saturating_add(right));
        for text in before.0.iter().rev().chain([&text]).chain(&behind.0) {
            line.push(text.expose());
        }
        let place = left.saturating_add(place.start)..left.saturating_add(place.end);
        Self::window(&line, (before.1, behind.1), place, columns)
    }

    /// So many columns of a line of ASCII, around a place.
    fn window(line: &Wiped, whole: (bool, bool), place: Range<usize>, columns: usize) -> Self {
        let length = line.len().max(place.end);
        if whole == (true, true) && length <= columns {
            return Self { line: line.clone(), place };
        }
        // The place stands in the middle, and with its beginning where it is longer than that.
        let half = (columns / 2).saturating_sub(place.len().min(columns / 2) / 2);
        let start = place.start.saturating_sub(half).min(length.saturating_sub(columns));
        let end = start.saturating_add(columns).min(length);
        let cut_left = if start > 0 || !whole.0 { CUT } else { "" };
        let cut_right = if end < length || !whole.1 { CUT } else { "" };
        let inner = start.saturating_add(cut_left.len())..end.saturating_sub(cut_right.len());
        let mut window = Wiped::with_capacity(columns);
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

    /// Carets, to be put under the line.
    pub(crate) fn carets(&self) -> String {
        let blanks = " ".repeat(self.place.start);
        format!("{blanks}{}", "^".repeat(self.place.len().max(1)))
    }
}
