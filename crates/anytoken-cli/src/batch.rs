//! `anytoken normalize --batch`: one answer per line.

use std::num::NonZeroUsize;
use std::thread::available_parallelism;

use crate::Exit;
use crate::args::{JsonOutput, NormalizeArgs};
use crate::block::{Block, Terms};
use crate::input;
use crate::lanes::in_order;
use crate::lines::Lines;
use crate::output::{Output, Stop};
use crate::progress::Progress;

pub(crate) fn run(args: &NormalizeArgs, output: &mut Output<'_>) -> Result<Exit, Stop> {
    if args.output == Some(JsonOutput::Json) {
        return Err(Stop::Failed("--batch prints one line per answer: use --output ndjson".to_owned()));
    }
    let response = &args.response;
    let terms = Terms { default_at: response.received_at, reveal: response.reveal };
    let cores = || available_parallelism().map_or(1, NonZeroUsize::get);
    let mut lines = Lines::new(input::open(response.sent.file.as_deref(), output)?);
    let mut last = 0_u64;
    let next = move || {
        let block = Block::next(&mut lines, last, terms)?;
        last = block.as_ref().map_or(last, Block::last);
        Ok(block)
    };
    let mut progress = Progress::new(output.is_watched() && !output.is_terminal());
    in_order(
        args.jobs.map_or_else(cores, usize::from),
        next,
        |block| block.answer(),
        |answers| {
            output.buffer = answers.text;
            progress.update(answers.last);
            output.flush()
        },
    )?;
    Ok(Exit::Success)
}
