//! The manual pages of the command line.

use std::collections::BTreeMap;

use clap_mangen::Man;

/// The page of the program and of each command, by file.
pub(crate) fn all() -> BTreeMap<String, String> {
    let mut program = anytoken_cli::command();
    // Names the commands in full.
    program.build();
    // A command has no version of its own.
    let version = format!("anytoken {}", program.get_version().expect("the program has a version"));
    let commands = program.get_subcommands().filter(|command| command.get_name() != "help");
    let pages = std::iter::once(&program).chain(commands).map(|command| {
        let man = Man::new(command.clone()).source(&version);
        let name = format!("crates/anytoken-cli/man/{}", man.get_filename());
        let mut page = Vec::new();
        man.render(&mut page).expect("a vector takes everything");
        (name, String::from_utf8(page).expect("a page is text"))
    });
    pages.collect()
}
