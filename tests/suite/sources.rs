//! The sources of the libraries hold no banned code.

use std::path::{Path, PathBuf};

/// Banned words, and the reason for each.
const BANNED: [(&str, &str); 9] = [
    ("flatten", "serde's `flatten` buffers in memory that is not wiped"),
    ("untagged", "serde's `untagged` buffers in memory that is not wiped"),
    ("serde_json::Value", "a tree of strings that are not wiped"),
    ("PickFirst", "its errors quote the value"),
    ("from_reader", "a growing buffer that held a secret"),
    ("SystemTime::now", "no library reads a clock"),
    ("UtcDateTime::now", "no library reads a clock"),
    ("now_utc", "no library reads a clock"),
    ("unsafe {", "the libraries have no unsafe code"),
];

/// Adds the Rust sources of a folder and its subfolders.
pub(crate) fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("a file of sources").path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
}

#[test]
fn libraries_use_no_banned_code() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(crates).expect("crates is there") {
        let path = entry.expect("a crate").path();
        // A tool of the workspace holds the invented secrets of the corpus alone.
        if !path.ends_with("xtask") {
            sources(&path.join("src"), &mut files);
        }
    }
    assert!(files.len() > 30, "the sources are there");
    for path in files {
        let of_command_line = path.components().any(|part| part.as_os_str() == "anytoken-cli");
        // The joints sit between other crates' clients and servers, and nobody else knows when a reply arrives.
        let of_joints = path.ends_with("anytoken-interop/src/clock.rs");
        let text = std::fs::read_to_string(&path).expect("sources are text");
        for (index, line) in text.lines().enumerate() {
            // Prose may name what code must not use; the `flatten` of iterators and of clap is another word.
            let code = line.split("//").next().unwrap_or(line);
            let of_others = [".flatten()", "Option::flatten", "#[command(flatten)]"];
            let code = of_others.iter().fold(code.to_owned(), |code, other| code.replace(other, ""));
            for (word, why) in BANNED {
                let clock = word.contains("now");
                let found = code.contains(word) && !(clock && (of_command_line || of_joints));
                assert!(!found, "{}:{}: {word}: {why}", path.display(), index + 1);
            }
        }
    }
}
