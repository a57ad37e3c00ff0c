//! Formats of the caller's own.

use anytoken::Adapter;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::argument::Text;

/// A format of one's own, which `decode`, `normalize` and `encode` take in place of an id.
#[pyclass(frozen, module = "anytoken")]
pub(crate) struct Dialect(pub(crate) &'static anytoken::dialect::Dialect);

#[pymethods]
impl Dialect {
    /// The id.
    #[getter]
    fn id(&self) -> &str {
        self.0.id()
    }

    /// The company or project that defines the format.
    #[getter]
    fn vendor(&self) -> &str {
        self.0.vendor()
    }

    /// The deviations from RFC 6749.
    #[getter]
    fn quirks(&self) -> &str {
        self.0.quirks()
    }

    fn __repr__(&self) -> String {
        format!("<Dialect {} of {}>", self.0.id(), self.0.vendor())
    }
}

/// Returns the format that a JSON object describes by its deviations from RFC 6749.
///
/// Call it once for each description, when the program starts: a dialect is kept until the program ends.
#[pyfunction]
pub(crate) fn dialect(text: Text<'_>) -> PyResult<Dialect> {
    let dialect = anytoken::dialect::Dialect::from_json(text.0);
    dialect.map(Dialect).map_err(|invalid| PyValueError::new_err(invalid.to_string()))
}
