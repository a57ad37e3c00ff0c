//! Progress of a long batch.

use std::io::{self, Write};
use std::time::{Duration, Instant};

/// A counter of lines on standard error, updated once a second.
pub(crate) struct Progress {
    /// The next update; `None` if the counter is off.
    next: Option<Instant>,
    shown: bool,
}

const SECOND: Duration = Duration::from_secs(1);

impl Progress {
    /// Returns a counter, which is off unless `watched`: answers on a terminal show the progress already.
    pub(crate) fn new(watched: bool) -> Self {
        let next = if watched { Instant::now().checked_add(SECOND) } else { None };
        Self { next, shown: false }
    }

    pub(crate) fn update(&mut self, lines: u64) {
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
