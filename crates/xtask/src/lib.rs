//! The files of the workspace that are generated, and which of them are out of date.
//!
//! [`GENERATED`] lists them all. `cargo xtask update` writes them; a test of this crate fails where one is out of date.
//! [`seeds`] turns the fuzz targets' seeds into folders and back.

#[cfg(feature = "api")]
mod api;
mod change;
mod formats;
pub mod seeds;
mod snapshots;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write as _};
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
    /// Contents by path, or why this machine cannot make them. Other files of the folder are out of date.
    Folder(fn() -> Result<BTreeMap<String, String>, String>),
}

/// Every generated file.
pub const GENERATED: &[Generated] = &[
    Generated { name: "README.md", make: Make::File(formats::readme) },
    Generated { name: "crates/anytoken/formats.md", make: Make::File(formats::list) },
    Generated { name: "tests/snapshots", make: Make::Folder(|| Ok(snapshots::all())) },
    #[cfg(feature = "api")]
    Generated { name: "tests/api", make: Make::Folder(api::all) },
];

/// The generated files that are out of date.
pub fn changes() -> impl Iterator<Item = Change> {
    GENERATED.iter().flat_map(Generated::changes)
}

impl Generated {
    fn changes(&self) -> Vec<Change> {
        let mut made = match self.make {
            Make::File(make) => BTreeMap::from([(self.name.to_owned(), make())]),
            Make::Folder(make) => match make() {
                Ok(made) => made,
                Err(why) => {
                    // Not by a macro: the test runner would hide it.
                    let _ = writeln!(io::stderr(), "skipped: {}: {why}", self.name);
                    return Vec::new();
                }
            },
        };
        let names: BTreeSet<_> = made.keys().cloned().chain(self.files()).collect();
        let changes =
            names.into_iter().map(|name| Change { kept: read(&name), made: made.remove(&name), name });
        changes.filter(|change| change.kept != change.made).collect()
    }

    /// The files of the folder, where it is one.
    fn files(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(path(self.name)) else { return Vec::new() };
        let names = entries.map(|entry| entry.expect("the folder can be read").file_name());
        names.map(|name| format!("{}/{}", self.name, name.to_string_lossy())).collect()
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
