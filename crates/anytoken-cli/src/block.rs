//! Blocks of lines that a thread answers together.

use anytoken::{ErrorKind, SecretBuf};
use memchr::memchr;
use time::UtcDateTime;

use crate::Exit;
use crate::answer::Answer;
use crate::buffer::Buffer;
use crate::envelope::Envelope;
use crate::input::without_mark;
use crate::invalid::Invalid;
use crate::lines::{CHUNK, LONGEST};
use crate::piped;

/// Consecutive lines of a batch and their answers. It is used again, as memory of its size costs the system time.
#[derive(Default)]
pub(crate) struct Block {
    /// The lines with their ends, before zeros.
    pub(crate) text: Buffer,
    /// The end of the last line in the text.
    pub(crate) end: usize,
    pub(crate) count: u64,
    /// The number of lines before the first.
    pub(crate) before: u64,
    /// True for the first block of an input.
    pub(crate) is_first: bool,
    /// True if the first line was too long, so that the text has only its end.
    pub(crate) is_cut: bool,
    pub(crate) answers: SecretBuf,
    /// The numbers of the answers.
    pub(crate) counts: Counts,
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

/// The numbers of answers, by their exit codes.
#[derive(Clone, Copy, Default)]
pub(crate) struct Counts {
    pub(crate) tokens: u64,
    pub(crate) error_responses: u64,
    pub(crate) invalid: u64,
}

/// The longest answers whose room is kept for the next block.
const LONGEST_ANSWERS: usize = 4 * CHUNK;

impl Block {
    /// Answers each line with one line.
    pub(crate) fn answer(&mut self, terms: &Terms) {
        let mut answers = std::mem::take(&mut self.answers);
        let mut counts = Counts::default();
        for (number, line) in (self.before.saturating_add(1)..).zip(self.lines()) {
            let begins_input = self.is_first && number == self.before.saturating_add(1);
            let line = line.map(|line| if begins_input { without_mark(line) } else { line });
            counts.add(answer(line, number, terms, &mut answers));
        }
        (self.answers, self.counts) = (answers, counts);
        self.forget_lines();
    }

    /// The lines without their ends; `None` for one that was too long.
    pub(crate) fn lines(&self) -> impl Iterator<Item = Option<&[u8]>> {
        let mut rest = self.text.as_slice().get(..self.end).unwrap_or_default();
        (0..self.count).map(move |index| {
            let end = memchr(b'\n', rest).unwrap_or(rest.len());
            let (line, tail) = rest.split_at_checked(end).unwrap_or_default();
            rest = tail.get(1..).unwrap_or_default();
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            Some(line).filter(|_| line.len() <= LONGEST && !(index == 0 && self.is_cut))
        })
    }

    /// Wipes the lines.
    pub(crate) fn forget_lines(&mut self) {
        if self.text.len() > CHUNK {
            self.text = Buffer::default();
        }
        self.text.as_mut_slice().get_mut(..self.end).unwrap_or_default().fill(0);
        self.end = 0;
    }

    /// Wipes the answers.
    pub(crate) fn forget_answers(&mut self) {
        if self.answers.len() > LONGEST_ANSWERS {
            self.answers = SecretBuf::default();
        }
        self.answers.clear();
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
fn answer(line: Option<&[u8]>, number: u64, terms: &Terms, answers: &mut SecretBuf) -> Exit {
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
        (None, Ok(response)) => response.decode().map_err(|error| Invalid::from(&error)),
        (None, Err(invalid)) => Err(Invalid { line: Some(number), ..invalid }),
    };
    let answer = Answer { id, result: decoded.as_ref(), arrival: None, reveal: terms.reveal };
    answer.append_to(answers);
    answers.push("\n");
    answer.exit()
}
