//! What the terminal shows: how many columns.

use std::env::var;

use terminal_size::terminal_size;

/// The columns of the terminal, which `COLUMNS` overrides; 80 where there is none.
pub(crate) fn width() -> usize {
    let asked = var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    asked.or_else(|| terminal_size().map(|(width, _)| width.0.into())).unwrap_or(80)
}
