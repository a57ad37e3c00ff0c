//! The files of the workspace that are generated, and which of them are out of date.
//!
//! [`GENERATED`] lists them all. `cargo xtask update` writes them; a test of this crate fails where one is out of date.

mod change;
mod formats;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

pub use change::Change;

/// A generated file, or a folder that holds nothing else.
pub struct Generated {
    /// Its path from the root of the workspace.
    pub name: &'static str,
    make: Make,
}

enum Make {
    File(fn() -> String),
}

/// Every generated file.
pub const GENERATED: &[Generated] = &[
    Generated { name: "README.md", make: Make::File(formats::readme) },
    Generated { name: "crates/anytoken/formats.md", make: Make::File(formats::list) },
];

/// The generated files that are out of date.
pub fn changes() -> Vec<Change> {
    GENERATED.iter().flat_map(Generated::changes).collect()
}

impl Generated {
    fn changes(&self) -> Vec<Change> {
        let made = match self.make {
            Make::File(make) => BTreeMap::from([(self.name.to_owned(), make())]),
        };
        let changes =
            made.into_iter().map(|(name, made)| Change { kept: read(&name), name, made: Some(made) });
        changes.filter(|change| change.kept != change.made).collect()
    }
}

/// A path of the workspace.
fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name)
}

/// The text of a file of the workspace; `None` where there is none.
fn read(name: &str) -> Option<String> {
    fs::read_to_string(path(name)).ok()
}
