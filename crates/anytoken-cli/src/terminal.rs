//! Width and colours of the terminal.

use std::env::{var, var_os};

use clap::ValueEnum;
use terminal_size::terminal_size;

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal that has colours
    Auto,
    /// Everywhere
    Always,
    /// Nowhere
    Never,
}

impl Color {
    /// Returns true if output is to be coloured; `terminal` says whether it goes to a terminal.
    ///
    /// The variables are those of no-color.org and bixense.com/clicolors; an explicit choice overrides them.
    pub(crate) fn is_wanted(self, terminal: bool) -> bool {
        let is_set = |name| var_os(name).is_some_and(|value| !value.is_empty());
        let is = |name, value: &str| var_os(name).is_some_and(|set| set == value);
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto if is_set("NO_COLOR") => false,
            Self::Auto if is_set("CLICOLOR_FORCE") && !is("CLICOLOR_FORCE", "0") => true,
            Self::Auto => terminal && !is("CLICOLOR", "0") && is_set("TERM") && !is("TERM", "dumb"),
        }
    }
}

/// Returns the columns of the terminal, which `COLUMNS` overrides; 80 without a terminal.
///
/// At most [`WIDEST`]: time and memory of a page grow with its width.
pub(crate) fn width() -> usize {
    let asked = var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    asked.or_else(|| terminal_size().map(|(width, _)| width.0.into())).unwrap_or(80).min(WIDEST)
}

const WIDEST: usize = 500;
