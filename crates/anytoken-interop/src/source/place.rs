//! The places from which a token can be read.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use time::UtcDateTime;
use zeroize::Zeroizing;

use super::error::SourceError;
use crate::system_time::instant;

#[derive(Clone)]
pub(super) enum Place {
    File(PathBuf),
    Variable(OsString),
    Command(OsString, Vec<OsString>),
}

/// The text that was read.
pub(super) struct Reading {
    pub(super) body: Zeroizing<Vec<u8>>,
    /// The modification time, if a file was read.
    pub(super) modified: Option<UtcDateTime>,
    /// True if the command exited with an error.
    pub(super) failed: bool,
}

impl Place {
    pub(super) fn read(&self, scopes: &str) -> Result<Reading, SourceError> {
        let io_error = |error: io::Error| SourceError::io(error.kind());
        match self {
            Self::File(path) => read_file(path).map_err(io_error),
            Self::Variable(name) => read_variable(name).map_err(io_error),
            Self::Command(program, arguments) => run(program, arguments, scopes).map_err(io_error),
        }
    }

    /// Returns true if a command takes the scopes.
    pub(super) fn takes_scopes(&self) -> bool {
        let has_placeholder =
            |argument: &OsString| argument.to_str().is_some_and(|text| text.contains(SCOPES));
        matches!(self, Self::Command(_, arguments) if arguments.iter().any(has_placeholder))
    }
}

/// The placeholder for scopes in the arguments of a command.
const SCOPES: &str = "{scopes}";

fn read_file(path: &PathBuf) -> io::Result<Reading> {
    let file = File::open(path)?;
    let modified = file.metadata()?.modified().ok().and_then(instant);
    Ok(Reading { body: read_to_limit(file)?, modified, failed: false })
}

fn read_variable(name: &OsStr) -> io::Result<Reading> {
    // The error of `var` would contain the value.
    let value = std::env::var_os(name).ok_or(io::ErrorKind::NotFound)?;
    Ok(Reading { body: value.into_encoded_bytes().into(), modified: None, failed: false })
}

fn run(program: &OsStr, arguments: &[OsString], scopes: &str) -> io::Result<Reading> {
    let with_scopes = |argument: &OsString| match argument.to_str() {
        Some(text) => OsString::from(text.replace(SCOPES, scopes)),
        None => argument.clone(),
    };
    let mut child = Command::new(program)
        .args(arguments.iter().map(with_scopes))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let output = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
    let body = read_to_limit(output);
    if body.as_ref().map_or(true, |body| body.len() > LIMIT) {
        // The rest of its output is not read, and the result is the same if it cannot be killed.
        let _ = child.kill();
    }
    let failed = !child.wait()?.success();
    Ok(Reading { body: body?, modified: None, failed })
}

/// The size of the largest body that is decoded: the default of [`anytoken::Limits`].
const LIMIT: usize = 1 << 20;

/// Reads to the end, or to one byte past the limit; leaves no copy of the text behind.
fn read_to_limit(from: impl Read) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut from = from.take(u64::try_from(LIMIT).unwrap_or(u64::MAX).saturating_add(1));
    let mut bytes = Zeroizing::new(vec![0; 8 << 10]);
    let mut len = 0_usize;
    loop {
        let Some(room) = bytes.get_mut(len..).filter(|room| !room.is_empty()) else {
            let mut larger = Zeroizing::new(vec![0; len.saturating_mul(2)]);
            larger.iter_mut().zip(bytes.iter()).for_each(|(to, from)| *to = *from);
            bytes = larger;
            continue;
        };
        match from.read(room) {
            Ok(0) => break,
            Ok(read) => len = len.saturating_add(read),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    bytes.truncate(len);
    Ok(bytes)
}

/// Shows only the number of arguments, as they may be secrets.
impl std::fmt::Debug for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => f.debug_tuple("File").field(path).finish(),
            Self::Variable(name) => f.debug_tuple("Variable").field(name).finish(),
            Self::Command(program, arguments) => {
                f.debug_tuple("Command").field(program).field(&arguments.len()).finish()
            }
        }
    }
}
