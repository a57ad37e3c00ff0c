//! Progress and result of a batch.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use crate::Exit;
use crate::block::Counts;
use crate::output::Output;

/// The counts of a batch, and a counter of lines on standard error that is updated once a second.
pub(crate) struct Progress {
    counts: Counts,
    begin: Instant,
    /// True if somebody watches standard error.
    is_watched: bool,
    /// The next update; `None` if the counter is off.
    next: Option<Instant>,
    shown: bool,
}

const SECOND: Duration = Duration::from_secs(1);

impl Progress {
    /// Returns a counter, which is off unless standard error is watched and answers are not: they show the progress already.
    pub(crate) fn new(is_watched: bool, are_answers_watched: bool) -> Self {
        let begin = Instant::now();
        let next = if is_watched && !are_answers_watched { begin.checked_add(SECOND) } else { None };
        Self { counts: Counts::default(), begin, is_watched, next, shown: false }
    }

    /// The number of lines that were answered.
    pub(crate) fn lines(&self) -> u64 {
        let Counts { tokens, error_responses, invalid } = self.counts;
        tokens.saturating_add(error_responses).saturating_add(invalid)
    }

    /// The exit code of the worst line.
    pub(crate) fn worst(&self) -> Exit {
        self.counts.worst()
    }

    pub(crate) fn update(&mut self, answered: Counts) {
        let Counts { tokens, error_responses, invalid } = &mut self.counts;
        *tokens = tokens.saturating_add(answered.tokens);
        *error_responses = error_responses.saturating_add(answered.error_responses);
        *invalid = invalid.saturating_add(answered.invalid);
        let Some(next) = self.next else { return };
        let now = Instant::now();
        if next <= now {
            let _ = write!(io::stderr().lock(), "\r{} lines", self.lines());
            self.next = now.checked_add(SECOND);
            self.shown = true;
        }
    }

    /// Says how many lines there were of each kind, if somebody watches.
    pub(crate) fn end(&mut self, output: &mut Output<'_>) {
        self.clear();
        if self.is_watched {
            let Counts { tokens, error_responses, invalid } = self.counts;
            output.report(format_args!(
                "{} answers: {tokens} tokens, {error_responses} error responses, {invalid} not understood, in {:.1} s",
                self.lines(),
                self.begin.elapsed().as_secs_f32()
            ));
        }
    }

    fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            let _ = write!(io::stderr().lock(), "\r\u{1b}[K");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}
