//! JSON that holds secrets.

use std::io;

use serde::Serialize;

/// The JSON of a value, in a buffer of its final size; `None` if the value cannot be serialized.
///
/// A buffer that grows would leave copies of secrets behind.
pub(super) fn to_vec(value: &impl Serialize) -> Option<Vec<u8>> {
    let mut size = Size(0);
    serde_json::to_writer(&mut size, value).ok()?;
    let mut json = Vec::with_capacity(size.0);
    serde_json::to_writer(&mut json, value).ok()?;
    Some(json)
}

/// Counts the bytes that would be written.
struct Size(usize);

impl io::Write for Size {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.saturating_add(bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
