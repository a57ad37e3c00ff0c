//! Decoding many recorded responses.

use anytoken::time::UtcDateTime;
use pyo3::conversion::FromPyObjectOwned;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyIterator, PyString};

use crate::argument::Body;
use crate::decode::{Answer, answer};
use crate::format::Named;
use crate::instant::Instant;

/// An iterator over the answers to responses, in their order.
#[pyclass(frozen, module = "anytoken._anytoken")]
pub(crate) struct Answers {
    responses: Py<PyIterator>,
    /// The format of responses that name none.
    format: Option<Py<PyAny>>,
    /// The arrival of responses that state none.
    received_at: Option<Instant>,
}

/// Decodes recorded responses one by one, each as soon as it is asked for.
///
/// A response is a body, or a dict with `body` and optionally `format`, `received_at`, `status` and `headers`, which go
/// before the arguments of this call. It is answered by its `Token`, or by the exception that `decode` would raise, as a
/// value: one bad response does not end the batch.
///
/// A response whose arrival nobody states is a `ValueError`, since it was not received now.
#[pyfunction]
#[pyo3(signature = (responses, format=None, *, received_at=None))]
pub(crate) fn normalize(
    responses: &Bound<'_, PyAny>,
    format: Option<Bound<'_, PyAny>>,
    received_at: Option<Instant>,
) -> PyResult<Answers> {
    // One body is a sequence of numbers or letters, and a dict one of names.
    if responses.is_instance_of::<PyDict>() || Body::is_type_of(responses) {
        return Err(PyTypeError::new_err(
            "the responses are a list or another iterable, not a single response",
        ));
    }
    // What is wrong with the format is said at once.
    format.as_ref().map(|format| format.extract::<Named<'_>>()).transpose()?;
    Ok(Answers { responses: responses.try_iter()?.unbind(), format: format.map(Bound::unbind), received_at })
}

#[pymethods]
impl Answers {
    fn __iter__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __next__<'py>(&self, py: Python<'py>) -> PyResult<Option<Answer<'py>>> {
        let mut responses = self.responses.bind(py).clone();
        responses.next().map(|response| self.answer(&response?)).transpose()
    }
}

impl Answers {
    fn answer<'py>(&self, response: &Bound<'py, PyAny>) -> PyResult<Answer<'py>> {
        let py = response.py();
        let Ok(members) = response.cast::<PyDict>() else {
            let body: Body<'_> = response.extract()?;
            return answer(self.format(py)?, body.response(self.arrival(None)?, None, None), py);
        };
        let body = member(members, intern!(py, "body"))?;
        let body = body.ok_or_else(|| PyValueError::new_err("a response has no body"))?;
        let body: Body<'_> = body.extract()?;
        let format = member(members, intern!(py, "format"))?;
        let format = match &format {
            Some(format) => Some(format.extract()?),
            None => self.format(py)?,
        };
        let at = self.arrival(read(members, intern!(py, "received_at"))?)?;
        let status = read(members, intern!(py, "status"))?;
        let headers = read(members, intern!(py, "headers"))?;
        answer(format, body.response(at, status, headers), py)
    }

    fn arrival(&self, stated: Option<Instant>) -> PyResult<UtcDateTime> {
        let instant = stated.or(self.received_at);
        let missing =
            || PyValueError::new_err("a recorded response needs received_at, its own or that of the call");
        instant.map(|Instant(at)| at).ok_or_else(missing)
    }

    fn format<'a>(&'a self, py: Python<'a>) -> PyResult<Option<Named<'a>>> {
        self.format.as_ref().map(|format| format.bind_borrowed(py).extract()).transpose()
    }
}

/// Returns a member of a response, unless it is `None`.
fn member<'py>(
    members: &Bound<'py, PyDict>,
    name: &Bound<'py, PyString>,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    Ok(members.get_item(name)?.filter(|value| !value.is_none()))
}

/// Returns the value of a member, unless it is `None`.
fn read<'py, T>(members: &Bound<'py, PyDict>, name: &Bound<'py, PyString>) -> PyResult<Option<T>>
where
    T: FromPyObjectOwned<'py, Error = PyErr>,
{
    member(members, name)?.map(|value| value.extract()).transpose()
}
