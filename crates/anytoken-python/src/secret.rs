//! Secrets.

use anytoken::SecretBuf;
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::argument::Text;
use crate::token::Token;

/// A text that grants something: a token, a header that holds one, an encoded body.
///
/// It is shown as `***`, however it is printed or formatted; `expose()` returns the text.
#[pyclass(frozen, module = "anytoken")]
pub(crate) struct Secret(Place);

/// Where the text is.
enum Place {
    /// In the buffer of a token, which is wiped when the last reference to it goes.
    Token(Py<Token>, Field),
    /// In a buffer of its own.
    Own(SecretBuf),
}

/// The credential of a token.
pub(crate) type Field = fn(&anytoken::Token) -> Option<anytoken::Secret<'_>>;

impl Secret {
    /// Returns a credential of a token, if it has it.
    pub(crate) fn of(token: &Bound<'_, Token>, field: Field) -> Option<Self> {
        field(token.get().token())?;
        Some(Self(Place::Token(token.clone().unbind(), field)))
    }

    fn text(&self) -> &str {
        match &self.0 {
            Place::Token(token, field) => field(token.get().token()).map_or("", anytoken::Secret::expose),
            Place::Own(text) => text.expose(),
        }
    }
}

impl From<SecretBuf> for Secret {
    fn from(text: SecretBuf) -> Self {
        Self(Place::Own(text))
    }
}

/// What a secret is shown as.
const SHOWN: &str = "***";

#[pymethods]
impl Secret {
    #[new]
    fn new(text: Text<'_>) -> Self {
        SecretBuf::from(text.0).into()
    }

    /// Returns the text.
    fn expose(&self) -> &str {
        self.text()
    }

    // Of another type it is no comparison, and Python answers False. In constant time, as each buffer is compared so.
    fn __eq__(&self, other: &Self) -> bool {
        SecretBuf::from(self.text()) == SecretBuf::from(other.text())
    }

    fn __repr__(&self) -> String {
        format!("Secret({SHOWN})")
    }

    fn __str__(&self) -> &str {
        SHOWN
    }

    fn __format__<'py>(&self, spec: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyAny>> {
        PyString::new(spec.py(), SHOWN).call_method1("__format__", (spec,))
    }

    fn __copy__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __deepcopy__<'py>(slf: Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf
    }
}
