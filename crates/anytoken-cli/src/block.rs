//! Blocks of lines that a thread answers together.

use std::io::Read;
use std::ops::Range;
use std::sync::Arc;

use anytoken::ErrorKind;
use time::UtcDateTime;

use crate::Exit;
use crate::answer::Answer;
use crate::buffer::Buffer;
use crate::envelope::Envelope;
use crate::invalid::Invalid;
use crate::lines::{Line, Lines};
use crate::output::{self, Stop};
use crate::piped;
use crate::response::with_envelopes;

/// Consecutive lines of a batch.
pub(crate) struct Block {
    text: Buffer,
    /// The range of each line in the text; `None` for one that was too long.
    lines: Vec<Option<Range<usize>>>,
    /// The number of the first line, from 1.
    first: u64,
    terms: Arc<Terms>,
}

/// Settings for all lines of a batch.
pub(crate) struct Terms {
    /// The format of responses whose line names none.
    pub(crate) format: Option<String>,
    /// The status of responses whose line has none.
    pub(crate) status: Option<u16>,
    /// The arrival of responses whose line has no `received_at`.
    pub(crate) at: Option<UtcDateTime>,
    /// True to print secrets unmasked.
    pub(crate) reveal: bool,
}

/// The answers to a block.
pub(crate) struct Answers {
    pub(crate) text: Buffer,
    pub(crate) counts: Counts,
}

/// The numbers of answers, by their exit codes.
#[derive(Clone, Copy, Default)]
pub(crate) struct Counts {
    pub(crate) tokens: u64,
    pub(crate) error_responses: u64,
    pub(crate) invalid: u64,
}

/// The most bytes of a block, unless its only line is longer.
const FULL: usize = 1 << 16;

/// The most lines of a block, as answers to short lines are longer than the lines.
const MOST: usize = 256;

impl Block {
    /// Returns the next line with the buffered ones that fit into a block; `None` at the end.
    pub(crate) fn next<R: Read>(
        lines: &mut Lines<R>,
        before: u64,
        terms: &Arc<Terms>,
    ) -> Result<Option<Self>, Stop> {
        let first = before.saturating_add(1);
        let Some(line) = lines.next()? else { return Ok(None) };
        let capacity = match &line {
            Line::Whole(line) => line.len().max(FULL),
            Line::TooLong => FULL,
        };
        let mut block = Self {
            text: Buffer::with_capacity(capacity),
            lines: Vec::new(),
            first,
            terms: Arc::clone(terms),
        };
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
        let next = self.lines.len().try_into().map_or(u64::MAX, |count| self.first.saturating_add(count));
        next.saturating_sub(1)
    }

    /// Answers each line with one line.
    pub(crate) fn answer(&self) -> Answers {
        let mut answers = Buffer::with_capacity(self.text.len().min(FULL).saturating_mul(2));
        let mut counts = Counts::default();
        for (number, range) in (self.first..).zip(&self.lines) {
            let line = range.clone().and_then(|range| self.text.as_slice().get(range));
            let line = match line {
                // Only the first line may have a byte order mark.
                Some(line) if number == 1 => Some(line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line)),
                line => line,
            };
            counts.add(answer(line, number, &self.terms, &mut answers));
        }
        Answers { text: answers, counts }
    }
}

impl Counts {
    /// The exit code of the worst answer.
    pub(crate) fn worst(self) -> Exit {
        match self {
            Self { invalid: 1.., .. } => Exit::Invalid,
            Self { error_responses: 1.., .. } => Exit::Rejected,
            _ => Exit::Success,
        }
    }

    /// Counts an answer with the exit code that it alone has.
    pub(crate) fn add(&mut self, exit: Exit) {
        let count = match exit {
            Exit::Success => &mut self.tokens,
            Exit::Rejected => &mut self.error_responses,
            Exit::Invalid => &mut self.invalid,
        };
        *count = count.saturating_add(1);
    }
}

/// Answers a line, and returns the exit code that its response alone has; `None` means that it was too long.
fn answer(line: Option<&[u8]>, number: u64, terms: &Terms, answers: &mut Buffer) -> Exit {
    let (envelope, read) = match line {
        Some(line) => Envelope::read(line),
        None => {
            let too_long = Invalid::line(ErrorKind::Limit, "the line is longer than 8 MiB");
            (Envelope::default(), Err(too_long))
        }
    };
    let id = envelope.id();
    let piped = if envelope.has_body() { None } else { line.and_then(piped::decode) };
    let decoded = match (piped, read.and_then(|()| envelope.response(terms))) {
        (Some(decoded), _) => decoded.map_err(|error| Invalid::from(&error)),
        (None, Ok(response)) => {
            let mut decoded = response.decode();
            if decoded.as_ref().map_or(true, |decoded| !decoded.notes.is_empty())
                && let Ok(body) = envelope.body()
            {
                decoded = with_envelopes(decoded, body.as_slice());
            }
            decoded.map_err(|error| Invalid::from(&error))
        }
        (None, Err(invalid)) => Err(Invalid { line: Some(number), ..invalid }),
    };
    let answer = Answer { id, result: decoded.as_ref(), arrival: None, reveal: terms.reveal };
    if output::line(answers, &answer).is_err() {
        let invalid = Invalid::line(ErrorKind::Unusable, "the token has no canonical form");
        // Writing to a buffer cannot fail, nor serializing an id and a message.
        let _ = output::line(answers, &Answer { result: Err(&invalid), ..answer });
        return Exit::Invalid;
    }
    answer.exit()
}
