//! The exceptions, which are classes of Python.

use anytoken::SecretBuf;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyTuple, PyType};

use crate::extras::Members;
use crate::note::Note;
use crate::secret::Secret;

/// Returns the exception `anytoken.DecodeError`, which holds no value of the body.
pub(crate) fn decode_error<'py>(error: &anytoken::Error, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let format = error.format().map(anytoken::Format::as_str);
    CLASS.import(py, "anytoken._errors", "DecodeError")?.call1((
        error.to_string(),
        error.kind().as_str(),
        error.field(),
        error.offset(),
        format,
        error.hint(),
    ))
}

/// Returns the exception `anytoken.ErrorResponse`, whose text and description are masked.
pub(crate) fn error_response(
    error_response: Box<anytoken::ErrorResponse>,
    notes: Vec<anytoken::Note>,
    py: Python<'_>,
) -> PyResult<Bound<'_, PyAny>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let class = CLASS.import(py, "anytoken._errors", "ErrorResponse")?;
    let notes: Vec<_> = notes.into_iter().map(Note::from).collect();
    let fields = (
        error_response.to_string(),
        error_response.format().as_str().to_owned(),
        error_response.code().map(str::to_owned),
        error_response.masked_description().map(|text| text.to_string()),
        error_response.uri().map(str::to_owned),
        error_response.status(),
        error_response.remedy().as_str(),
        error_response.retry_after(),
        error_response.description().map(|text| Secret::from(SecretBuf::from(text))),
        Members::of_error_response(error_response, py)?,
        PyTuple::new(py, notes)?,
    );
    class.call1(fields)
}

/// Returns the exception of a decode error, to be raised.
pub(crate) fn raised(error: &anytoken::Error, py: Python<'_>) -> PyErr {
    decode_error(error, py).map_or_else(|failed| failed, PyErr::from_value)
}
