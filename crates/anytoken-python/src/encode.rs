//! Encoding a token as a vendor would send it.

use anytoken::Adapter;
use pyo3::prelude::*;

use crate::errors;
use crate::format::Named;
use crate::instant::Instant;
use crate::secret::Secret;
use crate::token::Token;

/// A token in a vendor's format.
#[pyclass(frozen, get_all, module = "anytoken")]
pub(crate) struct Encoded {
    /// The body.
    body: Py<Secret>,
    /// The media type of the body.
    content_type: &'static str,
    /// The headers to send with the body.
    headers: Vec<(&'static str, Py<Secret>)>,
    /// The fields that the format cannot hold.
    dropped: Vec<&'static str>,
}

#[pymethods]
impl Encoded {
    fn __repr__(&self) -> String {
        format!("<Encoded {} body=***>", self.content_type)
    }
}

/// Encodes a token in a format, as its vendor would send it.
///
/// Lifetimes count from `at`, by default the current instant. `dropped` of the result names the fields that the format
/// cannot hold.
///
/// Raises `DecodeError` of the kind `unusable` if the format cannot hold the credential, or would state a later expiry.
#[pyfunction]
#[pyo3(signature = (token, format, *, at=None))]
pub(crate) fn encode(
    py: Python<'_>,
    token: &Bound<'_, Token>,
    format: Named<'_>,
    at: Option<Instant>,
) -> PyResult<Encoded> {
    let at = Instant::or_now(at, py)?;
    let token = token.get().token();
    let encoded = match format {
        Named::Id(id) => anytoken::encode(id, token, at),
        Named::Dialect(dialect) => dialect.encode(token, at),
    };
    let encoded = encoded.map_err(|error| errors::raised(&error, py))?;
    let secret = |text| Py::new(py, Secret::from(text));
    let headers = encoded.headers.into_iter().map(|(name, value)| Ok((name, secret(value)?)));
    Ok(Encoded {
        body: secret(encoded.body)?,
        content_type: encoded.content_type,
        headers: headers.collect::<PyResult<_>>()?,
        dropped: encoded.dropped.into_iter().map(anytoken::Field::as_str).collect(),
    })
}
