//! The README shows nothing that is not so. Its Rust example is a doc test of this package.

use anytoken::FAMILIES;

const BEGIN: &str = "<!-- formats: made from the registry, checked by a test -->\n";
const END: &str = "<!-- end of formats -->";

fn table() -> String {
    let mut rows: Vec<_> = FAMILIES
        .iter()
        .flat_map(|(family, files)| {
            files
                .iter()
                .copied()
                .flatten()
                .map(move |adapter| (adapter.id(), adapter.vendor(), *family, adapter.quirks()))
        })
        .collect();
    rows.sort_unstable();
    let mut table =
        format!("{} formats:\n\n| id | vendor | crate | quirks |\n| --- | --- | --- | --- |\n", rows.len());
    for (id, vendor, family, quirks) in rows {
        table += &format!("| `{id}` | {vendor} | `{family}` | {quirks} |\n");
    }
    table
}

/// `ANYTOKEN_UPDATE=1` writes the table anew.
#[test]
fn the_table_of_formats_is_that_of_the_registry() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md");
    let readme = std::fs::read_to_string(path).expect("README.md");
    let (before, rest) = readme.split_once(BEGIN).expect("a place for the table");
    let (shown, behind) = rest.split_once(END).expect("an end of the table");
    if std::env::var_os("ANYTOKEN_UPDATE").is_some() {
        std::fs::write(path, format!("{before}{BEGIN}{}{END}{behind}", table())).expect("README.md");
        return;
    }
    assert_eq!(shown, table(), "run the test with ANYTOKEN_UPDATE=1");
}

#[test]
fn the_two_commands_are_those_of_ci() {
    let file = |name: &str| {
        let path = format!("{}/../{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).expect("a file of the repository")
    };
    let (readme, ci) = (file("README.md"), file(".ci/run"));
    let (_, block) = readme.split_once("```sh\n").expect("a block of commands");
    let (commands, _) = block.split_once("```").expect("its end");
    assert_eq!(commands.lines().count(), 2);
    for command in commands.lines() {
        assert!(ci.contains(command), "{command}");
    }
}
