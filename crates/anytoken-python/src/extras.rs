//! The members without a field.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;

use crate::argument::Text;
use crate::token::Token;

/// The extras of a token or of an error response as JSON; `anytoken.Extras` is the mapping over it.
#[pyclass(frozen, module = "anytoken._anytoken")]
pub(crate) struct Members(Owner);

/// What the members are of.
enum Owner {
    Token(Py<Token>),
    ErrorResponse(Box<anytoken::ErrorResponse>),
}

impl Members {
    fn extras(&self) -> anytoken::Extras<'_> {
        match &self.0 {
            Owner::Token(token) => token.get().token().extras(),
            Owner::ErrorResponse(error_response) => error_response.extras(),
        }
    }

    /// Returns the mapping of Python's.
    fn into_mapping(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        static EXTRAS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        EXTRAS.import(py, "anytoken._extras", "Extras")?.call1((self,))
    }

    /// Returns the mapping of a token's extras.
    pub(crate) fn of_token<'py>(token: &Bound<'py, Token>) -> PyResult<Bound<'py, PyAny>> {
        Self(Owner::Token(token.clone().unbind())).into_mapping(token.py())
    }

    /// Returns the mapping of an error response's extras.
    pub(crate) fn of_error_response(
        error_response: Box<anytoken::ErrorResponse>,
        py: Python<'_>,
    ) -> PyResult<Bound<'_, PyAny>> {
        Self(Owner::ErrorResponse(error_response)).into_mapping(py)
    }
}

#[pymethods]
impl Members {
    /// Returns the names in the order of the response, each as often as it was sent.
    fn names(&self) -> Vec<&str> {
        self.extras().iter().map(|(name, _)| name).collect()
    }

    /// Returns the first value of a name as it was sent; what is no text, or none in UTF-8, is no name.
    fn json(&self, name: &Bound<'_, PyAny>) -> Option<&str> {
        let Text(name) = name.extract().ok()?;
        self.extras().get(name).map(anytoken::Extra::expose_json)
    }

    fn __repr__(&self) -> String {
        format!("{:?}", self.extras())
    }

    fn __copy__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __deepcopy__<'py>(slf: Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf
    }
}
