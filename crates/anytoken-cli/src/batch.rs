//! `anytoken normalize --batch`: one answer per line.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread::available_parallelism;

use crate::Exit;
use crate::args::{JsonOutput, NormalizeArgs};
use crate::block::{Block, Terms};
use crate::har;
use crate::hint;
use crate::input;
use crate::known;
use crate::lanes::in_order;
use crate::lines::Lines;
use crate::normalize;
use crate::output::{Output, Stop};
use crate::progress::Progress;

pub(crate) fn run(args: &NormalizeArgs, output: &mut Output<'_>) -> Result<Exit, Stop> {
    if args.output == Some(JsonOutput::Json) {
        return Err(Stop::Failed("--batch prints one line per answer: use --output ndjson".to_owned()));
    }
    let response = &args.response;
    if let Some(format) = response.format.as_deref().filter(|id| known::formats().get(id).is_none()) {
        return Err(Stop::Failed(format!("--format: {}", hint::unknown(format))));
    }
    let terms = Arc::new(Terms {
        format: response.format.clone(),
        status: response.sent.status,
        at: response.received_at,
        reveal: args.reveal,
    });
    let cores = || available_parallelism().map_or(1, NonZeroUsize::get);
    let mut progress = Progress::new(output.is_watched(), output.is_terminal());
    let unread = input::each(&args.files.files, output, |file, output| {
        let mut lines = Lines::new(input::open(file, output)?.reader, progress.lines());
        if lines.begin(har::begins_like_har)? {
            let (begin, rest) = lines.into_rest();
            let bytes = input::read_all(begin, rest, har::LARGEST)?;
            let file = file.filter(|_| args.files.files.len() > 1);
            progress.update(normalize::har(args, file, bytes.as_slice(), output)?);
            return Ok(Exit::Success);
        }
        let terms = Arc::clone(&terms);
        in_order(
            args.jobs.map_or_else(cores, usize::from),
            move |block| lines.next(block),
            move |block: &mut Block| block.answer(&terms),
            |block| {
                progress.update(block.counts);
                output.print(block.answers.expose())?;
                block.forget_answers();
                Ok(())
            },
        )?;
        Ok(Exit::Success)
    })?;
    progress.end(output);
    Ok(if args.strict { progress.worst().max(unread) } else { unread })
}
