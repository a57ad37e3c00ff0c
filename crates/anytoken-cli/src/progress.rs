//! How far a long batch is.

use std::io::{self, Write};
use std::time::{Duration, Instant};

/// A line on a terminal's standard error that counts once a second, unless all is done within the first.
pub(crate) struct Progress {
    /// When to count next; `None` where nobody watches.
    next: Option<Instant>,
    shown: bool,
}

const SECOND: Duration = Duration::from_secs(1);

impl Progress {
    /// Counts where somebody watches; answers that appear on a terminal are progress enough.
    pub(crate) fn new(watched: bool) -> Self {
        let next = if watched { Instant::now().checked_add(SECOND) } else { None };
        Self { next, shown: false }
    }

    pub(crate) fn tell(&mut self, lines: u64) {
        let Some(next) = self.next else { return };
        let now = Instant::now();
        if next <= now {
            let _ = write!(io::stderr().lock(), "\r{lines} lines");
            self.next = now.checked_add(SECOND);
            self.shown = true;
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(io::stderr().lock(), "\r\u{1b}[K");
        }
    }
}
