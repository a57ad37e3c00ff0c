//! `anytoken man`: a manual page.

use crate::Exit;
use crate::args::ManArgs;
use crate::output::{Output, Stop};

/// The page of the program.
const PROGRAM: &str = include_str!("../man/anytoken.1");

/// Every command and its page, which `cargo xtask update` makes. The page of a new command begins as an empty file.
pub(crate) const COMMANDS: [(&str, &str); 8] = [
    ("normalize", include_str!("../man/anytoken-normalize.1")),
    ("inspect", include_str!("../man/anytoken-inspect.1")),
    ("check", include_str!("../man/anytoken-check.1")),
    ("convert", include_str!("../man/anytoken-convert.1")),
    ("due", include_str!("../man/anytoken-due.1")),
    ("formats", include_str!("../man/anytoken-formats.1")),
    ("completions", include_str!("../man/anytoken-completions.1")),
    ("man", include_str!("../man/anytoken-man.1")),
];

pub(crate) fn run(args: &ManArgs, output: &mut Output<'_>) -> Result<Exit, Stop> {
    let named = |command: &String| COMMANDS.iter().find(|(name, _)| name == command);
    let page = args.command.as_ref().and_then(named).map_or(PROGRAM, |(_, page)| page);
    output.buffer.push(page.as_bytes());
    output.flush()?;
    Ok(Exit::Success)
}
