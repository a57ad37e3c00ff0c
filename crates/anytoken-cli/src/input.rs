//! Files and standard input.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::buffer::Buffer;
use crate::output::{Output, Stop};

/// Opens a file, or standard input without one.
pub(crate) fn open(file: Option<&Path>, output: &mut Output<'_>) -> Result<Box<dyn Read + Send>, Stop> {
    match file.filter(|path| path.as_os_str() != "-") {
        Some(path) => match File::open(path) {
            Ok(file) => Ok(Box::new(file)),
            // The message does not repeat the name, which may be a response that was meant for standard input.
            Err(error) => Err(Stop::Failed(match path.to_str() {
                Some(text) if text.contains(['{', '=', '<']) => {
                    "FILE must be a path; pass the response itself on standard input".to_owned()
                }
                _ => format!("cannot open the file: {error}"),
            })),
        },
        None => Ok(output.take_input()),
    }
}

/// Reads to the end of the input, but at most `most + 1` bytes.
pub(crate) fn read(file: Option<&Path>, most: usize, output: &mut Output<'_>) -> Result<Buffer, Stop> {
    let mut input = open(file, output)?;
    let mut buffer = Buffer::zeroed(most.saturating_add(1));
    let mut filled = 0_usize;
    while let Some(rest) = buffer.as_mut_slice().get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match input.read(rest) {
            Ok(0) => break,
            Ok(count) => filled = filled.saturating_add(count),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(unreadable(&error)),
        }
    }
    buffer.truncate(filled);
    Ok(buffer)
}

pub(crate) fn unreadable(error: &io::Error) -> Stop {
    Stop::Failed(format!("cannot read the input: {error}"))
}
