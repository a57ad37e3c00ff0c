//! Instants and durations: an aware `datetime` or seconds since 1970, a `timedelta` or seconds.

use anytoken::time::{Duration, UtcDateTime};
use pyo3::exceptions::{PyAttributeError, PyOverflowError, PyTypeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDateTime, PyDelta, PyModule};

/// An instant.
#[derive(Clone, Copy)]
pub(crate) struct Instant(pub(crate) UtcDateTime);

impl<'py> FromPyObject<'_, 'py> for Instant {
    type Error = PyErr;

    fn extract(instant: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let py = instant.py();
        if !instant.is_instance_of::<PyDateTime>() {
            return of_seconds(seconds(instant, "an instant is a datetime")?);
        }
        if instant.call_method0(intern!(py, "utcoffset"))?.is_none() {
            return Err(PyValueError::new_err("a datetime without a zone is no instant: add its tzinfo"));
        }
        of_seconds(instant.call_method0(intern!(py, "timestamp"))?.extract()?)
    }
}

impl Instant {
    /// Returns the instant, or the current one.
    ///
    /// The clock is `time.time`, looked up at each call, so that tests which set it set ours.
    pub(crate) fn or_now(instant: Option<Self>, py: Python<'_>) -> PyResult<UtcDateTime> {
        static TIME: PyOnceLock<Py<PyModule>> = PyOnceLock::new();
        if let Some(Self(instant)) = instant {
            return Ok(instant);
        }
        let time = TIME.get_or_try_init(py, || py.import("time").map(Bound::unbind))?;
        // In the module's dict, as the way by its type takes longer than the clock itself.
        let clock = time.bind(py).dict().get_item(intern!(py, "time"))?;
        let clock = clock.ok_or_else(|| PyAttributeError::new_err("the module time has no time"))?;
        Ok(of_seconds(clock.call0()?.extract()?)?.0)
    }
}

/// A length of time, before an expiry.
#[derive(Default)]
pub(crate) struct Margin(pub(crate) Duration);

impl<'py> FromPyObject<'_, 'py> for Margin {
    type Error = PyErr;

    fn extract(margin: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if margin.is_instance_of::<PyDelta>() {
            return margin.extract().map(Self);
        }
        let seconds = seconds(margin, "a margin is a timedelta")?;
        let duration = Duration::checked_seconds_f64(seconds);
        duration.map(Self).ok_or_else(|| PyValueError::new_err("the margin is not a length of time"))
    }
}

/// Returns a number of seconds, which is infinite if it is too large; a `bool` is none.
fn seconds(number: Borrowed<'_, '_, PyAny>, expected: &str) -> PyResult<f64> {
    let of_type = |kind| PyTypeError::new_err(format!("{expected} or seconds, not {kind}"));
    let wrong = || number.get_type().name().map_or_else(|error| error, of_type);
    if number.is_instance_of::<PyBool>() {
        return Err(wrong());
    }
    match number.extract::<f64>() {
        Err(error) if error.is_instance_of::<PyOverflowError>(number.py()) => Ok(f64::INFINITY),
        seconds => seconds.map_err(|_| wrong()),
    }
}

fn of_seconds(seconds: f64) -> PyResult<Instant> {
    let since_1970 = std::time::Duration::try_from_secs_f64(seconds).ok();
    let instant = since_1970
        .and_then(|since_1970| i64::try_from(since_1970.as_secs()).ok())
        .and_then(|seconds| UtcDateTime::from_unix_timestamp(seconds).ok());
    instant.map(Instant).ok_or_else(|| PyValueError::new_err("the instant is not between 1970 and 9999"))
}
