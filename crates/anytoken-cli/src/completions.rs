//! `anytoken completions`: a completion script for a shell.

use clap::CommandFactory;

use crate::Exit;
use crate::args::{Cli, CompletionsArgs};
use crate::output::{Output, Stop};

pub(crate) fn run(args: &CompletionsArgs, output: &mut Output<'_>) -> Result<Exit, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "anytoken", &mut script);
    output.buffer.push(&script);
    output.flush()?;
    Ok(Exit::Success)
}
