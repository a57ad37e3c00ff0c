//! `anytoken man`: a manual page.

use clap::CommandFactory;
use clap_mangen::Man;

use crate::Exit;
use crate::args::{Cli, ManArgs};
use crate::output::{Output, Stop};

pub(crate) fn run(args: &ManArgs, output: &mut Output<'_>) -> Result<Exit, Stop> {
    let mut cli = Cli::command();
    // Names the commands in full.
    cli.build();
    let named = args.command.as_deref().and_then(|name| cli.find_subcommand(name));
    let mut page = Vec::new();
    // A command has no version of its own.
    let version = concat!("anytoken ", env!("CARGO_PKG_VERSION"));
    let made = Man::new(named.unwrap_or(&cli).clone()).source(version).render(&mut page);
    made.map_err(|_| Stop::Failed("cannot make the page".to_owned()))?;
    output.buffer.push(&page);
    output.flush()?;
    Ok(Exit::Success)
}
