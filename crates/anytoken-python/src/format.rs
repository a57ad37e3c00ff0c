//! The catalogue of formats, and the format that a caller names.

use anytoken::{Decoded, Response};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::argument::Text;
use crate::dialect::Dialect;

/// A format that is named by its id, or that is described by the caller.
#[derive(Clone, Copy)]
pub(crate) enum Named<'a> {
    Id(&'a str),
    Dialect(&'static anytoken::dialect::Dialect),
}

impl<'a, 'py> FromPyObject<'a, 'py> for Named<'a> {
    type Error = PyErr;

    fn extract(format: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if format.is_instance_of::<PyString>() {
            return format.extract::<Text<'a>>().map(|id| Self::Id(id.0));
        }
        let dialect = format.cast::<Dialect>();
        let dialect =
            dialect.map_err(|_| PyTypeError::new_err("the format is neither an id nor a Dialect"))?;
        Ok(Self::Dialect(dialect.get().0))
    }
}

impl Named<'_> {
    /// Decodes a response of the named format, or detects it.
    pub(crate) fn decode(format: Option<Self>, response: Response<'_>) -> anytoken::Result<Decoded> {
        match format {
            None => anytoken::decode(response),
            Some(Named::Id(id)) => anytoken::decode_as(id, response),
            Some(Named::Dialect(dialect)) => dialect.decode(response),
        }
    }
}

/// A format of the catalogue.
#[pyclass(frozen, get_all, eq, hash, module = "anytoken")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Format {
    /// The permanent id, by which the format is named.
    id: String,
    /// The company or project that defines the format.
    vendor: String,
    /// The family of formats it belongs to.
    family: &'static str,
    /// The deviations from RFC 6749.
    quirks: String,
    /// How well the format is known: `recorded`, `tested`, `documented` or `unverified`.
    evidence: &'static str,
}

#[pymethods]
impl Format {
    fn __repr__(&self) -> String {
        format!("<Format {} of {}>", self.id, self.vendor)
    }
}

/// Returns the formats that `decode` and `encode` know by their ids.
#[pyfunction]
pub(crate) fn formats() -> Vec<Format> {
    let of_family = |family: &anytoken::Family| {
        let family = *family;
        family.adapters().map(move |format| Format {
            id: format.id().to_owned(),
            vendor: format.vendor().to_owned(),
            family: family.name(),
            quirks: format.quirks().to_owned(),
            evidence: format.evidence().as_str(),
        })
    };
    anytoken::families().iter().flat_map(of_family).collect()
}
