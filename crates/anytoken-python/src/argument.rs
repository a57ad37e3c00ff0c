//! Arguments from Python, whose errors never show a value.

use std::borrow::Cow;

use anytoken::Response;
use anytoken::time::UtcDateTime;
use pyo3::buffer::PyBuffer;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyByteArray, PyBytes, PyInt, PyMemoryView, PyString, PyTuple};

/// A `str`, borrowed.
///
/// Python's own error for a lone surrogate holds the whole text, so it is replaced.
#[derive(Clone, Copy)]
pub(crate) struct Text<'a>(pub(crate) &'a str);

impl<'a, 'py> FromPyObject<'a, 'py> for Text<'a> {
    type Error = PyErr;

    fn extract(text: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        text.cast::<PyString>()?;
        text.extract().map(Self).map_err(|_| PyValueError::new_err("the text has a lone surrogate"))
    }
}

/// What a text with a lone surrogate is as a body: bytes that are not UTF-8, so that decoding says what is wrong.
const LONE_SURROGATE: &[u8] = b"\xED\xA0\x80";

/// The body of a response: `bytes`, `bytearray`, `memoryview` or `str`.
pub(crate) enum Body<'a> {
    Borrowed(&'a [u8]),
    Owned(Vec<u8>),
}

impl<'a, 'py> FromPyObject<'a, 'py> for Body<'a> {
    type Error = PyErr;

    // By type, since to try one conversion after another makes an exception for each that fails.
    fn extract(body: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if body.is_instance_of::<PyBytes>() {
            return body.extract().map(Self::Borrowed).map_err(PyErr::from);
        }
        if body.is_instance_of::<PyString>() {
            return Ok(Self::Borrowed(body.extract().map_or(LONE_SURROGATE, str::as_bytes)));
        }
        if body.is_instance_of::<PyByteArray>() || body.is_instance_of::<PyMemoryView>() {
            let buffer = PyBuffer::<u8>::get(&body)
                .map_err(|_| PyTypeError::new_err("the body is a memoryview of other items than bytes"))?;
            return buffer.to_vec(body.py()).map(Self::Owned);
        }
        let kind = body.get_type().name()?;
        Err(PyTypeError::new_err(format!("the body is bytes or str, not {kind}")))
    }
}

impl<'a> Body<'a> {
    /// Returns true if an object can be a body.
    pub(crate) fn is_type_of(object: &Bound<'_, PyAny>) -> bool {
        object.is_instance_of::<PyBytes>()
            || object.is_instance_of::<PyString>()
            || object.is_instance_of::<PyByteArray>()
            || object.is_instance_of::<PyMemoryView>()
    }

    /// Returns the response of this body, which arrived at `at`.
    pub(crate) fn response(
        self,
        at: UtcDateTime,
        status: Option<Status>,
        headers: Option<Headers>,
    ) -> Response<'a> {
        let mut response = match self {
            Self::Borrowed(body) => Response::new(body, at),
            Self::Owned(body) => Response::from_vec(body, at),
        };
        if let Some(Status(status)) = status {
            response = response.with_status(status);
        }
        if let Some(Headers(headers)) = headers {
            response = response.with_headers(headers);
        }
        response
    }
}

/// An HTTP status.
pub(crate) struct Status(u16);

impl<'py> FromPyObject<'_, 'py> for Status {
    type Error = PyErr;

    fn extract(status: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if !status.is_instance_of::<PyInt>() || status.is_instance_of::<PyBool>() {
            return Err(PyTypeError::new_err("the status is not an int"));
        }
        let status = status.extract().ok().filter(|status| (100..=999).contains(status));
        status.map(Self).ok_or_else(|| PyValueError::new_err("the status is not between 100 and 999"))
    }
}

/// The headers of a response: a mapping, or pairs of names and values.
pub(crate) struct Headers(Vec<(Cow<'static, str>, Cow<'static, str>)>);

impl<'py> FromPyObject<'_, 'py> for Headers {
    type Error = PyErr;

    fn extract(headers: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let wrong = || PyTypeError::new_err("the headers are not a mapping or pairs of str");
        let items =
            headers.getattr_opt("items")?.map_or_else(|| Ok(headers.to_owned()), |items| items.call0())?;
        let mut pairs = Vec::new();
        for item in items.try_iter().map_err(|_| wrong())? {
            let item = item?;
            let pair = item.cast::<PyTuple>().map_err(|_| wrong())?;
            let (name, value) = pair.extract::<(Text<'_>, Text<'_>)>().map_err(|_| wrong())?;
            pairs.push((name.0.to_owned().into(), value.0.to_owned().into()));
        }
        Ok(Self(pairs))
    }
}
