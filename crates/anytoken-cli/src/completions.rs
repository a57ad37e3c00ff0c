//! `anytoken completions`: a completion script for a shell.

use clap::builder::PossibleValuesParser;
use clap::{Command, CommandFactory};

use crate::Exit;
use crate::args::{Cli, CompletionsArgs};
use crate::convert;
use crate::known;
use crate::output::{Output, Stop};

pub(crate) fn run(args: &CompletionsArgs, output: &mut Output<'_>) -> Result<Exit, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut completed(Cli::command()), "anytoken", &mut script);
    output.buffer.push(&script);
    output.flush()?;
    Ok(Exit::Success)
}

/// Adds the values of options that are known at run time only: the ids of formats, and the targets of a conversion.
fn completed(command: Command) -> Command {
    let ids = || known::formats().iter().map(|adapter| adapter.id());
    command.mut_subcommands(|command| {
        command.mut_args(|arg| match arg.get_id().as_str() {
            "format" => arg.value_parser(PossibleValuesParser::new(ids())),
            "to" => arg.value_parser(PossibleValuesParser::new(ids().chain(convert::TARGETS))),
            _ => arg,
        })
    })
}
