//! Notes.

use anytoken::NoteKind;
use pyo3::prelude::*;

/// An oddity of a response that was decoded in spite of it: `str()` is a sentence without a value.
#[pyclass(frozen, eq, hash, module = "anytoken")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Note(anytoken::Note);

impl From<anytoken::Note> for Note {
    fn from(note: anytoken::Note) -> Self {
        Self(note)
    }
}

#[pymethods]
impl Note {
    /// The kind of oddity, in `snake_case`.
    #[getter]
    fn kind(&self) -> &str {
        self.0.kind.as_str()
    }

    /// The member's path on the wire, with `/` between names; empty for the whole body.
    #[getter]
    fn field(&self) -> &str {
        &self.0.field
    }

    /// The first byte of the member in the body, and the one after it.
    #[getter]
    fn at(&self) -> (usize, usize) {
        (self.0.at.start(), self.0.at.end())
    }

    /// Of two expiries that differ, the seconds from the one that is used to this one.
    #[getter]
    fn seconds(&self) -> Option<i64> {
        match self.0.kind {
            NoteKind::EndsDiffer { seconds } => Some(seconds),
            _ => None,
        }
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }

    fn __repr__(&self) -> String {
        format!("<Note {}: {}>", self.0.kind, self.0)
    }
}
