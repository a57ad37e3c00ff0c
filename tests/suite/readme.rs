//! The README and SECURITY.md are true. The README's Rust example is a doc test of this package, its table of formats
//! is generated.

use std::path::{Path, PathBuf};

use crate::sources::sources;

fn path(name: &str) -> String {
    format!("{}/../{name}", env!("CARGO_MANIFEST_DIR"))
}

fn file(name: &str) -> String {
    std::fs::read_to_string(path(name)).unwrap_or_else(|_| panic!("no {name}"))
}

#[test]
fn readme_commands_are_those_of_ci() {
    let (readme, ci) = (file("README.md"), file(".ci/run"));
    let (_, block) = readme.split_once("```sh\n").expect("a block of commands");
    let (commands, _) = block.split_once("```").expect("its end");
    assert_eq!(commands.lines().count(), 2);
    for command in commands.lines() {
        assert!(ci.contains(command), "{command}");
    }
}

/// Returns the words of a text that are in backquotes.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn security_policy_names_existing_tests() {
    let policy = file("SECURITY.md");
    let mut files = vec![PathBuf::from(path("tests/Cargo.toml"))];
    for folder in ["tests/suite", "crates/anytoken-cli"] {
        sources(Path::new(&path(folder)), &mut files);
    }
    let sources: String = files.iter().map(|path| std::fs::read_to_string(path).expect("text")).collect();
    let rows = policy.lines().filter(|line| line.starts_with("| "));
    let tests = rows.filter_map(|row| row.trim_end_matches(" |").rsplit_once(" | "));
    let is_name = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let names: Vec<_> = tests.flat_map(|(_, tests)| quoted(tests)).filter(is_name).collect();
    assert!(names.len() > 30, "tests are named: {names:?}");
    for name in names {
        let known = [format!("fn {name}("), format!("mod {name};"), format!("name = \"{name}\"")];
        assert!(known.iter().any(|code| sources.contains(code)), "there is no test {name}");
    }
}
