//! The generated files of the workspace.
//!
//! [`GENERATED`] lists them all. `cargo xtask update` writes them; a test of this crate fails where one is out of date.
//! [`seeds`] turns the fuzz targets' seeds into folders and back. [`conformance`] offers the corpus to other clients.

#[cfg(feature = "api")]
mod api;
mod catalogue;
mod change;
pub mod conformance;
mod formats;
mod man;
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
    /// A file made from its own text and those beside it.
    Root(fn(&str) -> String),
    /// Contents by path, or the reason why this machine cannot make them. Any other file in the folder is removed.
    Folder(fn() -> Result<BTreeMap<String, String>, String>),
}

/// Every generated file, the roots of the families first: the others are made from the formats that are built in.
pub const GENERATED: &[Generated] = &[
    Generated { name: "crates/anytoken-affinidi/src/lib.rs", make: Make::Root(catalogue::root) },
    Generated { name: "crates/anytoken-asia/src/lib.rs", make: Make::Root(catalogue::root) },
    Generated { name: "crates/anytoken-aws/src/lib.rs", make: Make::Root(catalogue::root) },
    Generated { name: "crates/anytoken-azure/src/lib.rs", make: Make::Root(catalogue::root) },
    Generated { name: "crates/anytoken-cluster/src/lib.rs", make: Make::Root(catalogue::root) },
    Generated { name: "crates/anytoken-google/src/lib.rs", make: Make::Root(catalogue::root) },
    Generated { name: "crates/anytoken-oauth/src/lib.rs", make: Make::Root(catalogue::root) },
    Generated { name: "README.md", make: Make::File(formats::readme) },
    Generated { name: "crates/anytoken/formats.md", make: Make::File(formats::list) },
    Generated { name: "crates/anytoken-cli/man", make: Make::Folder(|| Ok(man::all())) },
    Generated { name: "crates/anytoken/links.md", make: Make::File(formats::documented_links) },
    Generated { name: "tests/snapshots", make: Make::Folder(|| Ok(snapshots::all())) },
    #[cfg(feature = "api")]
    Generated { name: "tests/api", make: Make::Folder(api::all) },
];

/// The generated files that are out of date.
pub fn changes() -> impl Iterator<Item = Change> {
    GENERATED.iter().flat_map(Generated::changes)
}

/// The roots of the families that are out of date: then the formats that are built in are as well.
pub fn changes_of_roots() -> Vec<Change> {
    let is_root = |generated: &&Generated| matches!(generated.make, Make::Root(_));
    GENERATED.iter().filter(is_root).flat_map(Generated::changes).collect()
}

impl Generated {
    fn changes(&self) -> Vec<Change> {
        let mut generated = match self.make {
            Make::File(make) => BTreeMap::from([(self.name.to_owned(), make())]),
            Make::Root(make) => BTreeMap::from([(self.name.to_owned(), make(self.name))]),
            Make::Folder(make) => match make() {
                Ok(files) => files,
                Err(reason) => {
                    // The test runner would hide the output of `eprintln!`.
                    let _ = writeln!(io::stderr(), "skipped: {}: {reason}", self.name);
                    return Vec::new();
                }
            },
        };
        let names: BTreeSet<_> = generated.keys().cloned().chain(self.files()).collect();
        let changes = names.into_iter().map(|name| Change {
            on_disk: read(&name),
            generated: generated.remove(&name),
            name,
        });
        changes.filter(|change| change.on_disk != change.generated).collect()
    }

    /// The files in the folder; none if it is a file.
    fn files(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(path(self.name)) else { return Vec::new() };
        let names = entries.map(|entry| entry.expect("the folder can be read").file_name());
        names.map(|name| format!("{}/{}", self.name, name.to_string_lossy())).collect()
    }
}

/// A path in the workspace.
fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name)
}

/// The text of a file in the workspace; `None` if it does not exist.
fn read(name: &str) -> Option<String> {
    fs::read_to_string(path(name)).ok()
}
