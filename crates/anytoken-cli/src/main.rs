//! The command line of anytoken: any provider's token response in one normalized form.
//!
//! It alone reads a clock: for a single response whose arrival nobody states, and for a person who looks at one. Secrets
//! are printed with `--reveal` and otherwise nowhere: not on standard output, not on standard error.

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

use std::process::ExitCode;

use clap::Parser;

use crate::args::{Cli, Command};
use crate::output::Stop;

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

fn main() -> ExitCode {
    let command = Cli::parse().command;
    let learnt = command.dialect().map_or(Ok(()), known::learn);
    let done = learnt.and_then(|()| match command {
        Command::Normalize(args) if args.batch => batch::run(&args),
        Command::Normalize(args) => normalize::run(&args),
        Command::Inspect(args) => inspect::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Convert(args) => convert::run(&args),
        Command::Formats(args) => formats::run(&args),
        Command::Completions(args) => completions::run(&args),
    });
    ExitCode::from(match done {
        Ok(Exit::Granted) | Err(Stop::Closed) => 0,
        Ok(Exit::Refused) => 1,
        Ok(Exit::NotUnderstood) => 2,
        Err(Stop::Failed(what)) => {
            output::tell(&what);
            2
        }
    })
}
