//! Lines of a batch that are answered together.

use std::io::Read;
use std::ops::Range;

use anytoken::ErrorKind;
use time::UtcDateTime;

use crate::answer::Answer;
use crate::buffer::Buffer;
use crate::envelope::Envelope;
use crate::invalid::Invalid;
use crate::lines::{Line, Lines};
use crate::output::{self, Stop};

/// Some lines that follow each other, and what all lines of their batch have in common.
pub(crate) struct Block {
    text: Buffer,
    /// Where in the text each line stands; `None` for one that was too long.
    lines: Vec<Option<Range<usize>>>,
    /// The number of the first one, from 1.
    first: u64,
    terms: Terms,
}

/// What all lines of a batch have in common.
#[derive(Clone, Copy)]
pub(crate) struct Terms {
    /// When a response arrived whose line does not say so.
    pub(crate) default_at: Option<UtcDateTime>,
    /// Whether secrets are printed as they are.
    pub(crate) reveal: bool,
}

/// The answers to a block.
pub(crate) struct Answers {
    pub(crate) text: Buffer,
    /// The number of the last one, from 1.
    pub(crate) last: u64,
}

/// Bytes of a block, unless its only line is longer.
const FULL: usize = 1 << 16;

/// Lines of a block: the answer to a short line is longer than the line.
const MOST: usize = 256;

impl Block {
    /// The next line, and those that are there already and fit beside it; `None` behind the last one.
    pub(crate) fn next<R: Read>(
        lines: &mut Lines<R>,
        before: u64,
        terms: Terms,
    ) -> Result<Option<Self>, Stop> {
        let first = before.saturating_add(1);
        let Some(line) = lines.next()? else { return Ok(None) };
        let capacity = match &line {
            Line::Whole(line) => line.len().max(FULL),
            Line::TooLong => FULL,
        };
        let mut block = Self { text: Buffer::with_capacity(capacity), lines: Vec::new(), first, terms };
        block.push(&line);
        while block.lines.len() < MOST
            && lines.ready().is_some_and(|length| block.text.len().saturating_add(length) <= FULL)
        {
            if let Some(line) = lines.next()? {
                block.push(&line);
            }
        }
        Ok(Some(block))
    }

    fn push(&mut self, line: &Line<'_>) {
        self.lines.push(match line {
            Line::Whole(line) => {
                let start = self.text.len();
                self.text.push(line);
                Some(start..self.text.len())
            }
            Line::TooLong => None,
        });
    }

    /// The number of the last line.
    pub(crate) fn last(&self) -> u64 {
        let behind = self.lines.len().try_into().map_or(u64::MAX, |count| self.first.saturating_add(count));
        behind.saturating_sub(1)
    }

    /// Answers each line by one line.
    pub(crate) fn answer(&self) -> Answers {
        let mut answers = Buffer::with_capacity(self.text.len().min(FULL).saturating_mul(2));
        for (number, place) in (self.first..).zip(&self.lines) {
            let line = place.clone().and_then(|place| self.text.as_slice().get(place));
            let line = match line {
                // A mark of the byte order stands before the first line only.
                Some(line) if number == 1 => Some(line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line)),
                line => line,
            };
            answer(line, number, self.terms, &mut answers);
        }
        Answers { text: answers, last: self.last() }
    }
}

/// Answers a line; `None` is one that was too long.
fn answer(line: Option<&[u8]>, number: u64, terms: Terms, answers: &mut Buffer) {
    let (envelope, read) = match line {
        Some(line) => Envelope::read(line),
        None => {
            let too_long = Invalid::line(ErrorKind::Limit, "the line is longer than 8 MiB");
            (Envelope::default(), Err(too_long))
        }
    };
    let id = envelope.id();
    let decoded = match read.and_then(|()| envelope.response(terms.default_at)) {
        Ok(response) => response.decode().map_err(|error| Invalid::from(&error)),
        Err(invalid) => Err(Invalid { line: Some(number), ..invalid }),
    };
    let answer = Answer { id, said: decoded.as_ref(), reveal: terms.reveal };
    if output::line(answers, &answer).is_err() {
        let invalid = Invalid::line(ErrorKind::Unusable, "the token has no canonical form");
        // The buffer takes all, and neither an id nor a message fails to be written.
        let _ = output::line(answers, &Answer { said: Err(&invalid), ..answer });
    }
}
