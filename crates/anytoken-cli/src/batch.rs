//! `anytoken normalize --batch`: one line for one line.

use anytoken::ErrorKind;
use time::UtcDateTime;

use crate::Exit;
use crate::answer::Answer;
use crate::args::NormalizeArgs;
use crate::envelope::Envelope;
use crate::input;
use crate::invalid::Invalid;
use crate::lines::{Line, Lines};
use crate::output::{Output, Stop};
use crate::progress::Progress;

pub(crate) fn run(args: &NormalizeArgs) -> Result<Exit, Stop> {
    let response = &args.response;
    let mut lines = Lines::new(input::open(response.file.as_deref())?);
    let mut output = Output::new();
    let mut progress = Progress::new(output.is_terminal());
    let mut number = 0_u64;
    // What is answered is written out before the next line is waited for.
    while let Some(line) = lines.next(|| output.flush())? {
        number = number.saturating_add(1);
        let line = match line {
            // A mark of the byte order stands before the first line only.
            Line::Whole(line) if number == 1 => Some(line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line)),
            Line::Whole(line) => Some(line),
            Line::TooLong => None,
        };
        answer(line, number, response.received_at, response.reveal, &mut output);
        output.settle()?;
        progress.tell(number);
    }
    output.flush()?;
    Ok(Exit::Granted)
}

/// Answers a line; `None` is one that was too long.
fn answer(
    line: Option<&[u8]>,
    number: u64,
    default_at: Option<UtcDateTime>,
    reveal: bool,
    output: &mut Output,
) {
    let (envelope, read) = match line {
        Some(line) => Envelope::read(line),
        None => {
            let too_long = Invalid::line(ErrorKind::Limit, "the line is longer than 8 MiB");
            (Envelope::default(), Err(too_long))
        }
    };
    let id = envelope.id();
    let decoded = match read.and_then(|()| envelope.response(default_at)) {
        Ok(response) => response.decode().map_err(|error| Invalid::from(&error)),
        Err(invalid) => Err(Invalid { line: Some(number), ..invalid }),
    };
    let answer = Answer { id, said: decoded.as_ref(), reveal };
    if output.line(&answer).is_err() {
        let invalid = Invalid::line(ErrorKind::Unusable, "the token has no canonical form");
        // The buffer takes all, and neither an id nor a message fails to be written.
        let _ = output.line(&Answer { said: Err(&invalid), ..answer });
    }
}
