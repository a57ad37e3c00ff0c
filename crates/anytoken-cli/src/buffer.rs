//! A byte buffer that is wiped.

use std::io;

use anytoken::Response;
use time::UtcDateTime;

/// Bytes that are wiped on drop and on reallocation.
#[derive(Default)]
pub(crate) struct Buffer(Vec<u8>);

impl Buffer {
    /// Returns an empty buffer that holds `capacity` bytes without reallocation.
    pub(crate) fn with_capacity(capacity: usize) -> Self {
        Self(Vec::with_capacity(capacity))
    }

    /// Returns a buffer of `len` zero bytes.
    pub(crate) fn zeroed(len: usize) -> Self {
        Self(vec![0; len])
    }

    pub(crate) fn as_slice(&self) -> &[u8] {
        &self.0
    }

    pub(crate) fn as_mut_slice(&mut self) -> &mut [u8] {
        &mut self.0
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn truncate(&mut self, len: usize) {
        self.0.truncate(len);
    }

    pub(crate) fn push(&mut self, bytes: &[u8]) {
        let len = self.0.len().saturating_add(bytes.len());
        if len > self.0.capacity() {
            let mut larger = Self::with_capacity(len.saturating_mul(2));
            larger.0.extend_from_slice(&self.0);
            *self = larger;
        }
        self.0.extend_from_slice(bytes);
    }

    /// Overwrites the first bytes.
    pub(crate) fn begin_with(&mut self, bytes: &[u8]) {
        if let Some(begin) = self.0.get_mut(..bytes.len()) {
            begin.copy_from_slice(bytes);
        }
    }

    /// Returns the bytes; the caller wipes them.
    pub(crate) fn into_bytes(mut self) -> Vec<u8> {
        std::mem::take(&mut self.0)
    }
}

impl From<Vec<u8>> for Buffer {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl io::Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.push(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        // A `Response` wipes the body it owns.
        drop(Response::from_vec(std::mem::take(&mut self.0), UtcDateTime::UNIX_EPOCH));
    }
}
