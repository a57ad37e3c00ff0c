//! Files and standard input.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use time::UtcDateTime;

use crate::Exit;
use crate::buffer::Buffer;
use crate::har;
use crate::masked::is_plain;
use crate::output::{Output, Stop};

/// An input that was read.
pub(crate) struct Input {
    pub(crate) bytes: Buffer,
    /// When the file was modified; `None` for what is no file.
    pub(crate) modified: Option<UtcDateTime>,
}

/// An input that can be read.
pub(crate) struct Open {
    pub(crate) reader: Box<dyn Read + Send>,
    pub(crate) modified: Option<UtcDateTime>,
}

/// Passes on each file, or standard input if there is none, and returns the worst exit code. One that cannot be read is
/// reported, and the others are passed on nevertheless.
pub(crate) fn each<'a>(
    files: &'a [PathBuf],
    output: &mut Output<'_>,
    mut each: impl FnMut(Option<&'a Path>, &mut Output<'_>) -> Result<Exit, Stop>,
) -> Result<Exit, Stop> {
    let mut worst = Exit::Success;
    let stdin = files.is_empty().then_some(None);
    for file in stdin.into_iter().chain(files.iter().map(|file| Some(file.as_path()))) {
        worst = worst.max(each(file, output).or_else(|stop| match stop {
            Stop::Unread(message) => {
                output.report(message);
                Ok(Exit::Invalid)
            }
            stop => Err(stop),
        })?);
    }
    Ok(worst)
}

/// Opens a file, or standard input without one.
pub(crate) fn open(file: Option<&Path>, output: &mut Output<'_>) -> Result<Open, Stop> {
    let Some(path) = file.filter(|path| path.as_os_str() != "-") else {
        return Ok(output.take_input());
    };
    let file = File::open(path).map_err(|error| unopened(path, &error))?;
    let metadata = file.metadata().map_err(|error| unopened(path, &error))?;
    if metadata.is_dir() {
        return Err(unopened(path, &io::ErrorKind::IsADirectory.into()));
    }
    let modified = metadata.modified().ok().filter(|_| metadata.is_file()).map(UtcDateTime::from);
    Ok(Open { reader: Box::new(file), modified })
}

/// Reads to the end of an input, but at most `most + 1` bytes, or if it is a HAR file at most `har::LARGEST + 1`.
pub(crate) fn read(file: Option<&Path>, most: usize, output: &mut Output<'_>) -> Result<Input, Stop> {
    let Open { mut reader, modified } = open(file, output)?;
    let mut bytes = Buffer::zeroed(most.saturating_add(1));
    let filled = fill(&mut *reader, bytes.as_mut_slice())?;
    bytes.truncate(filled);
    if filled > most && har::is_har(bytes.as_slice()) {
        bytes = read_all(bytes, reader, har::LARGEST)?;
    }
    Ok(Input { bytes, modified })
}

/// Reads to the end of an input that begins with some bytes, but hardly more than `most` bytes.
pub(crate) fn read_all(begin: Buffer, mut rest: impl Read, most: usize) -> Result<Buffer, Stop> {
    let (mut bytes, mut chunk) = (begin, Buffer::zeroed(1 << 16));
    while bytes.len() <= most {
        let filled = fill(&mut rest, chunk.as_mut_slice())?;
        if filled == 0 {
            break;
        }
        bytes.push(chunk.as_slice().get(..filled).unwrap_or_default());
    }
    Ok(bytes)
}

/// Returns an input without the byte order mark that it may begin with.
pub(crate) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// Fills a buffer, and returns the number of bytes that the input had for it.
fn fill(reader: &mut dyn Read, buffer: &mut [u8]) -> Result<usize, Stop> {
    let mut filled = 0_usize;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match reader.read(rest) {
            Ok(0) => break,
            Ok(count) => filled = filled.saturating_add(count),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(unreadable(&error)),
        }
    }
    Ok(filled)
}

pub(crate) fn unreadable(error: &io::Error) -> Stop {
    Stop::Unread(format!("cannot read the input: {error}"))
}

/// Describes a file that cannot be opened. Its name is repeated only if it cannot be a response that was meant for
/// standard input.
fn unopened(path: &Path, error: &io::Error) -> Stop {
    Stop::Unread(match path.to_str() {
        Some(text) if text.contains(['{', '=', '<']) => {
            "FILE must be a path; pass the response itself on standard input".to_owned()
        }
        Some(text) if is_usual(path, text) => format!("cannot open {text}: {error}"),
        _ => format!("cannot open the file: {error}"),
    })
}

/// Returns true for a name that no response and no token has: with a usual extension, and made of short parts.
fn is_usual(path: &Path, text: &str) -> bool {
    const EXTENSIONS: [&str; 9] = ["json", "ndjson", "jsonl", "har", "txt", "xml", "http", "form", "body"];
    is_plain(text)
        && path.extension().is_some_and(|extension| EXTENSIONS.iter().any(|usual| extension == *usual))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_name_is_repeated() {
        for (name, is_repeated) in [
            ("response.json", true),
            ("/home/user/responses/a.har", true),
            ("EXAMPLE-TOKEN-0001", false),
            ("EXAMPLE-TOKEN-OF-30-CHARACTERS.json", false),
            ("a.b.c", false),
        ] {
            let message = unopened(Path::new(name), &io::ErrorKind::NotFound.into());
            assert!(
                matches!(message, Stop::Unread(message) if message.contains(name) == is_repeated),
                "{name}"
            );
        }
    }
}
