//! The command line of anytoken: any provider's token response in one normalized form.
//!
//! Unlike the libraries it reads a clock: for the arrival of a single response that nothing else says, and for the present
//! in `inspect` and `due`. Without `--reveal` it prints no secret, neither on standard output nor on standard error.
//!
//! This is the program `anytoken` as a function, for its tests, the fuzz targets and the manual pages. It is not a library for others:
//! anything may change in any version.

mod answer;
mod args;
mod arrival;
mod batch;
mod block;
mod buffer;
mod check;
mod completions;
mod convert;
mod due;
mod envelope;
mod escape;
mod formats;
mod har;
mod header;
mod hint;
mod input;
mod inspect;
mod instant;
mod invalid;
mod json_text;
mod known;
mod lanes;
mod lines;
mod man;
mod masked;
mod members;
mod names;
mod normalize;
mod object;
mod output;
mod page;
mod piped;
mod place;
mod progress;
mod response;
mod sent;
mod shell;
mod span;
mod terminal;
mod wrap;

use std::ffi::OsString;

use clap::{CommandFactory, Parser};

use crate::args::{Cli, Command};
use crate::output::{Output, Stop};

pub use crate::output::Streams;

/// The exit code of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Exit {
    /// A token, no violations, or an answer to every line of a batch.
    Success = 0,
    /// An error response, or violations.
    Rejected = 1,
    /// An invalid response or command line.
    Invalid = 2,
}

/// Describes the command line.
pub fn command() -> clap::Command {
    Cli::command()
}

/// Runs a command line, whose first argument is the program's name, and returns its exit code.
///
/// A dialect that one run loads with `--dialect` stays known to all later runs of the process.
pub fn run(args: impl IntoIterator<Item = OsString>, streams: Streams<'_>) -> u8 {
    let mut output = Output::new(streams);
    let command = match Cli::try_parse_from(args) {
        Ok(cli) => {
            output.color = cli.color;
            cli.command
        }
        Err(error) => {
            let code = error.exit_code();
            output.usage(error);
            return u8::try_from(code).unwrap_or(2);
        }
    };
    let loaded = command.dialect().map_or(Ok(()), |file| known::load(file, &mut output));
    let done = loaded.and_then(|()| match command {
        Command::Normalize(args) if args.batch => batch::run(&args, &mut output),
        Command::Normalize(args) => normalize::run(&args, &mut output),
        Command::Inspect(args) => inspect::run(&args, &mut output),
        Command::Check(args) => check::run(&args, &mut output),
        Command::Convert(args) => convert::run(&args, &mut output),
        Command::Due(args) => due::run(&args, &mut output),
        Command::Formats(args) => formats::run(&args, &mut output),
        Command::Completions(args) => completions::run(&args, &mut output),
        Command::Man(args) => man::run(&args, &mut output),
    });
    match done {
        Ok(Exit::Success) | Err(Stop::Closed) => 0,
        Ok(Exit::Rejected) => 1,
        Ok(Exit::Invalid) => 2,
        Err(Stop::Unread(message) | Stop::Failed(message)) => {
            output.report(&message);
            2
        }
    }
}
