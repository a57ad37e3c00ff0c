//! The formats that this run knows: those of the program, and the one that its command line describes.

use std::path::Path;
use std::sync::OnceLock;

use anytoken::{Adapter, Dialect, REGISTRY, Registry, registry_with};

use crate::input;
use crate::names::NAMES;
use crate::output::{Output, Stop};

/// A process is one command line, and learns one dialect.
static LEARNT: OnceLock<Learnt> = OnceLock::new();

struct Learnt {
    dialect: &'static Dialect,
    /// It, and all formats of the program.
    formats: Registry,
}

/// The largest description: 1 MiB.
const LARGEST: usize = 1 << 20;

/// The formats of this run.
pub(crate) fn formats() -> &'static Registry {
    LEARNT.get().map_or(&*REGISTRY, |learnt| &learnt.formats)
}

/// The id of the dialect that was learnt.
pub(crate) fn own() -> Option<&'static str> {
    LEARNT.get().map(|learnt| learnt.dialect.id)
}

/// Whether a standard or a format has a member of this name.
pub(crate) fn has_name(name: &str) -> bool {
    let is_of = |mark: &&str| mark.split('+').any(|part| part == name);
    let knows = |adapter: &dyn Adapter| adapter.claims(name) || adapter.marks().iter().any(is_of);
    NAMES.contains(&name) || formats().iter().any(knows)
}

/// Learns the dialect that a file describes.
pub(crate) fn learn(file: &Path, output: &mut Output<'_>) -> Result<(), Stop> {
    let failed = |what: &str| Stop::Failed(format!("--dialect: {what}"));
    let read = input::read(Some(file), LARGEST, output).map_err(|stop| match stop {
        Stop::Failed(what) => failed(&what),
        closed => closed,
    })?;
    if read.len() > LARGEST {
        return Err(failed("the file is larger than 1 MiB"));
    }
    let json = std::str::from_utf8(read.as_slice()).map_err(|_| failed("the file is not UTF-8"))?;
    let dialect = Dialect::from_json(json).map_err(|error| failed(&error.to_string()))?;
    if REGISTRY.get(dialect.id).is_some() {
        return Err(failed(&format!(
            "dialect {}: id: is that of a format that is known already",
            dialect.id
        )));
    }
    // Nobody learns twice.
    let _ = LEARNT.set(Learnt { dialect, formats: registry_with(&[dialect]) });
    Ok(())
}
