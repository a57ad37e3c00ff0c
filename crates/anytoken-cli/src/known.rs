//! The formats of this run: the built-in ones, and the one of `--dialect`.

use std::path::Path;
use std::sync::OnceLock;

use anytoken::dialect::Dialect;
use anytoken::{Adapter, Registry, registry, registry_with};

use crate::input;
use crate::names::NAMES;
use crate::output::{Output, Stop};

/// A process runs one command line, which loads at most one dialect.
static LOADED: OnceLock<Loaded> = OnceLock::new();

struct Loaded {
    dialect: &'static Dialect,
    /// The dialect and the built-in formats.
    formats: Registry,
}

/// The format of a response that no signature detects.
pub(crate) const FALLBACK: &str = "oauth2";

/// The largest dialect file: 1 MiB.
const LARGEST: usize = 1 << 20;

/// The formats of this run.
pub(crate) fn formats() -> &'static Registry {
    LOADED.get().map_or(registry(), |loaded| &loaded.formats)
}

/// The id of the dialect that was loaded.
pub(crate) fn own_id() -> Option<&'static str> {
    LOADED.get().map(|loaded| loaded.dialect.id())
}

/// Returns true if a standard or a format has a member of this name.
pub(crate) fn has_name(name: &str) -> bool {
    let is_on = |path: &str| path == name || path.split('/').any(|part| part == name);
    let has_name = |signature: &&str| signature.split('+').any(is_on);
    let knows = |adapter: &dyn Adapter| adapter.claims(name) || adapter.signature().iter().any(has_name);
    NAMES.contains(&name) || formats().iter().any(knows)
}

/// Loads the dialect that a file describes.
pub(crate) fn load(file: &Path, output: &mut Output<'_>) -> Result<(), Stop> {
    let failed = |message: &str| Stop::Failed(format!("--dialect: {message}"));
    let read = input::read(Some(file), LARGEST, output).map_err(|stop| match stop {
        Stop::Unread(message) | Stop::Failed(message) => failed(&message),
        Stop::Closed => Stop::Closed,
    })?;
    if read.bytes.len() > LARGEST {
        return Err(failed("the file is larger than 1 MiB"));
    }
    let json = std::str::from_utf8(read.bytes.as_slice()).map_err(|_| failed("the file is not UTF-8"))?;
    let dialect = Dialect::from_json(json).map_err(|error| failed(&error.to_string()))?;
    if registry().get(dialect.id()).is_some() {
        return Err(failed(&format!("dialect {}: id: a built-in format has this id", dialect.id())));
    }
    for warning in warnings(dialect) {
        output.report(format!("--dialect: warning: dialect {}: {warning}", dialect.id()));
    }
    // `run` loads one dialect.
    let _ = LOADED.set(Loaded { dialect, formats: registry_with(&[dialect]) });
    Ok(())
}

/// What is valid in a dialect, but hardly meant.
fn warnings(dialect: &Dialect) -> Vec<String> {
    let mut warnings = Vec::new();
    if let Some(path) = dialect.dotted_path() {
        warnings.push(format!("{path}: a dot is part of a name; `/` separates the names of a path"));
    }
    for signature in dialect.signature() {
        let has_it = |adapter: &&dyn Adapter| adapter.signature().contains(signature);
        let mut names = signature.split('+').filter_map(|path| path.rsplit('/').next());
        if names.all(|name| NAMES.contains(&name)) {
            warnings.push(format!(
                "detected_by: {signature} has common names only; every response with it would be detected"
            ));
        } else if let Some(adapter) = registry().iter().find(has_it) {
            warnings.push(format!(
                "detected_by: {signature} is in the signature of {} too; it detects neither",
                adapter.id()
            ));
        }
    }
    warnings
}
