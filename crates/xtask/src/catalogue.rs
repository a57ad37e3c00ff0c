//! The roots of the families: every file of a family's folder, and every format in it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::{path, read};

/// The line below which a root is generated.
const BEGIN: &str = "// The rest is made by `cargo xtask update`.\n";

/// The root of a family, `crates/<family>/src/lib.rs`: its text by hand, then its modules and adapters.
pub(crate) fn root(name: &str) -> String {
    let current = read(name).expect("the root is there");
    let (by_hand, _) = current.split_once(BEGIN).expect("the root has a generated part");
    let folder = name.strip_suffix("lib.rs").expect("the root is a lib.rs");
    let modules = modules(folder);
    let mut root = format!("{by_hand}{BEGIN}\n");
    modules.iter().for_each(|(module, _)| root += &format!("mod {module};\n"));
    root += "\nuse anytoken_core::Entry;\n\n";
    for (module, _) in modules.iter().filter(|(_, text)| is_public(text)) {
        root += &format!("pub use self::{module}::*;\n");
    }
    root += "\n/// Every format of this crate.\npub const ENTRIES: &[Entry] = &[\n";
    statics(folder).keys().for_each(|name| root += &format!("    {name}.entry(),\n"));
    root += "];\n";
    formatted(&root)
}

/// The static of each format in the folder of a family, with the module that it is in.
pub(crate) fn statics(folder: &str) -> BTreeMap<String, String> {
    let mut statics = BTreeMap::new();
    for (module, text) in modules(folder) {
        statics.extend(formats(&text).map(|name| (name.to_owned(), module.clone())));
    }
    statics
}

/// The modules of the folder of a family, and their texts.
fn modules(folder: &str) -> Vec<(String, String)> {
    let mut modules: Vec<_> = fs::read_dir(path(folder))
        .expect("the folder can be read")
        .map(|entry| entry.expect("the folder can be read").file_name().to_string_lossy().into_owned())
        .filter(|file| file.ends_with(".rs") && file != "lib.rs")
        .map(|file| {
            (file.trim_end_matches(".rs").to_owned(), read(&format!("{folder}{file}")).expect("a file"))
        })
        .collect();
    modules.sort();
    modules
}

/// Returns true if a file has public items.
fn is_public(text: &str) -> bool {
    let begins = |line: &str| line.starts_with("pub ") || line.starts_with("wire_struct!");
    text.lines().any(begins) || formats(text).next().is_some()
}

/// The formats of a file: its public statics, and the rows of the table of plain formats.
fn formats(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let name = match line.strip_prefix("pub static ") {
            Some(rest) => rest.split_once(':')?.0,
            None => line.strip_prefix("    ").and_then(|row| row.split_once(" = \""))?.0,
        };
        let of_name = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
        (!name.is_empty() && name.chars().all(of_name)).then_some(name)
    })
}

/// Formats Rust as `cargo fmt` does.
fn formatted(text: &str) -> String {
    let mut rustfmt = Command::new("rustfmt");
    rustfmt.args(["--edition", "2024", "--config-path"]).arg(path("rustfmt.toml"));
    let mut rustfmt =
        rustfmt.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("rustfmt is installed");
    rustfmt.stdin.take().expect("a pipe").write_all(text.as_bytes()).expect("rustfmt reads");
    let output = rustfmt.wait_with_output().expect("rustfmt ends");
    assert!(output.status.success(), "rustfmt failed");
    String::from_utf8(output.stdout).expect("Rust is UTF-8")
}
