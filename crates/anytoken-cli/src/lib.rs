//! The command line of anytoken: any provider's token response in one normalized form.
//!
//! It alone reads a clock: for a single response whose arrival nobody states, and for a person who looks at one. Secrets
//! are printed with `--reveal` and otherwise nowhere: not on standard output, not on standard error.
//!
//! This is the program `anytoken` as a function, which its tests and the fuzz targets call. It is no library for others:
//! any of it may change with any version.

mod answer;
mod args;
mod batch;
mod block;
mod buffer;
mod check;
mod completions;
mod convert;
mod envelope;
mod formats;
mod hint;
mod input;
mod inspect;
mod instant;
mod invalid;
mod json_text;
mod known;
mod lanes;
mod lines;
mod masked;
mod members;
mod names;
mod normalize;
mod output;
mod page;
mod progress;
mod response;
mod sent;
mod shell;
mod terminal;
mod wrap;

use std::ffi::OsString;

use clap::Parser;

use crate::args::{Cli, Command};
use crate::output::{Output, Stop};

pub use crate::output::Streams;

/// How a run ends, as its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exit {
    /// Granted, or no departure, or every line of a batch was answered.
    Granted = 0,
    /// The server said no, or departs from a standard.
    Refused = 1,
    /// The response was not understood, or the command line was not.
    NotUnderstood = 2,
}

/// Runs a command line, of which the first argument is the program's name, and gives its exit code.
///
/// A dialect that one run learns by `--dialect` is known to all later runs of the process.
pub fn run(args: impl IntoIterator<Item = OsString>, streams: Streams<'_>) -> u8 {
    let mut output = Output::new(streams);
    let command = match Cli::try_parse_from(args) {
        Ok(cli) => cli.command,
        Err(error) => {
            output.usage(&error);
            return u8::try_from(error.exit_code()).unwrap_or(2);
        }
    };
    let learnt = command.dialect().map_or(Ok(()), |file| known::learn(file, &mut output));
    let done = learnt.and_then(|()| match command {
        Command::Normalize(args) if args.batch => batch::run(&args, &mut output),
        Command::Normalize(args) => normalize::run(&args, &mut output),
        Command::Inspect(args) => inspect::run(&args, &mut output),
        Command::Check(args) => check::run(&args, &mut output),
        Command::Convert(args) => convert::run(&args, &mut output),
        Command::Formats(args) => formats::run(&args, &mut output),
        Command::Completions(args) => completions::run(&args, &mut output),
    });
    match done {
        Ok(Exit::Granted) | Err(Stop::Closed) => 0,
        Ok(Exit::Refused) => 1,
        Ok(Exit::NotUnderstood) => 2,
        Err(Stop::Failed(what)) => {
            output.tell(&what);
            2
        }
    }
}
