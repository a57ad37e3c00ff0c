//! Tokens.

use std::fmt;

use anytoken::time::UtcDateTime;
use anytoken::time::format_description::well_known::Rfc3339;
use anytoken::{CredentialKind, Expiry, Field, FieldValue, StoredToken};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyTuple, PyType};

use crate::argument::Text;
use crate::errors;
use crate::extras::Members;
use crate::instant::{Instant, Margin};
use crate::note::Note;
use crate::secret::Secret;

/// A token, the same for every provider: credentials, type, validity, scopes, and the extras of the response.
///
/// It is frozen, its `repr` is masked, and it is not pickled: `to_json(expose=True)` stores it.
#[pyclass(frozen, eq, module = "anytoken")]
pub(crate) struct Token {
    token: anytoken::Token,
    notes: Vec<anytoken::Note>,
    related: Vec<Py<Self>>,
}

impl Token {
    /// Returns a token with the notes and the other tokens of its response.
    pub(crate) fn decoded<'py>(
        token: anytoken::Token,
        notes: Vec<anytoken::Note>,
        related: Vec<anytoken::Token>,
        py: Python<'py>,
    ) -> PyResult<Bound<'py, Self>> {
        let related = related.into_iter().map(|token| Py::new(py, Self::from(token)));
        Bound::new(py, Self { token, notes, related: related.collect::<PyResult<_>>()? })
    }

    pub(crate) fn token(&self) -> &anytoken::Token {
        &self.token
    }
}

impl From<anytoken::Token> for Token {
    fn from(token: anytoken::Token) -> Self {
        Self { token, notes: Vec::new(), related: Vec::new() }
    }
}

/// Two tokens are equal if all that they state is; the notes of their responses are not compared.
impl PartialEq for Token {
    fn eq(&self, other: &Self) -> bool {
        self.token == other.token
    }
}

#[pymethods]
impl Token {
    /// The id of the format that the token was decoded from.
    #[getter]
    fn format(&self) -> &str {
        self.token.format().as_str()
    }

    /// The kind of the granted credential: `access`, `id` or `refresh`.
    #[getter]
    fn credential_kind(&self) -> &str {
        self.token.credential_kind().as_str()
    }

    /// The granted credential: the access token, else the ID token, else the refresh token.
    #[getter]
    fn credential(slf: &Bound<'_, Self>) -> Option<Secret> {
        match slf.get().token.credential_kind() {
            CredentialKind::Access => Self::access_token(slf),
            CredentialKind::Id => Self::id_token(slf),
            CredentialKind::Refresh => Self::refresh_token(slf),
        }
    }

    /// The access token.
    #[getter]
    fn access_token(slf: &Bound<'_, Self>) -> Option<Secret> {
        Secret::of(slf, anytoken::Token::access_token)
    }

    /// The refresh token.
    #[getter]
    fn refresh_token(slf: &Bound<'_, Self>) -> Option<Secret> {
        Secret::of(slf, anytoken::Token::refresh_token)
    }

    /// The ID token, which is never used as an access token.
    #[getter]
    fn id_token(slf: &Bound<'_, Self>) -> Option<Secret> {
        Secret::of(slf, anytoken::Token::id_token)
    }

    /// True if the access token was assumed by its name or by its place, since no format was named or detected.
    #[getter]
    fn is_assumed(&self) -> bool {
        self.token.is_assumed()
    }

    /// The token type in its canonical spelling, or any other type as sent.
    #[getter]
    fn token_type(&self) -> Option<&str> {
        self.token.token_type().map(anytoken::TokenType::as_str)
    }

    /// The granted scopes: `None` if the response does not state them, empty if none was granted.
    #[getter]
    fn scopes<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Bound<'py, PyTuple>>> {
        let scopes = slf.get().token.scopes();
        scopes.map(|scopes| PyTuple::new(slf.py(), scopes.iter().collect::<Vec<_>>())).transpose()
    }

    /// The expiry: `None` if the token never expires, or if that is unknown.
    #[getter]
    fn expires_at(&self) -> Option<UtcDateTime> {
        self.token.expires_at()
    }

    /// True if the token never expires, according to the response or the vendor's documentation.
    #[getter]
    fn never_expires(&self) -> bool {
        self.token.validity().expires == Expiry::Never
    }

    /// The expiry of the refresh token: `None` if it never expires, or if that is unknown.
    #[getter]
    fn refresh_token_expires_at(&self) -> Option<UtcDateTime> {
        self.token.validity().refresh_token_expires.at()
    }

    /// True if the refresh token never expires.
    #[getter]
    fn refresh_token_never_expires(&self) -> bool {
        self.token.validity().refresh_token_expires == Expiry::Never
    }

    /// The extended expiry, which applies while the issuer is down.
    #[getter]
    fn extended_expires_at(&self) -> Option<UtcDateTime> {
        self.token.validity().extended_expires_at
    }

    /// The instant of issue.
    #[getter]
    fn issued_at(&self) -> Option<UtcDateTime> {
        self.token.validity().issued_at
    }

    /// The instant from which the token is valid.
    #[getter]
    fn not_before(&self) -> Option<UtcDateTime> {
        self.token.validity().not_before
    }

    /// The instant from which the server advises a refresh.
    #[getter]
    fn refresh_at(&self) -> Option<UtcDateTime> {
        self.token.validity().refresh_at
    }

    /// The resource or audience that the token is for.
    #[getter]
    fn resource(&self) -> Option<&str> {
        self.token.resource()
    }

    /// The address at which the token is to be used: a URL, a host or a subdomain.
    #[getter]
    fn api_url(&self) -> Option<&str> {
        self.token.api_url()
    }

    /// The client that the token was issued to.
    #[getter]
    fn client_id(&self) -> Option<&str> {
        self.token.client_id()
    }

    /// The subject that the token is about.
    #[getter]
    fn subject(&self) -> Option<&str> {
        self.token.subject()
    }

    /// The members of the response without a field.
    #[getter]
    fn extras<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        Members::of_token(slf)
    }

    /// The oddities of the response.
    #[getter]
    fn notes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.notes.iter().cloned().map(Note::from).collect::<Vec<_>>())
    }

    /// Further tokens of the same response.
    #[getter]
    fn related<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.related)
    }

    /// Returns the value of an `Authorization` header.
    ///
    /// Raises `DecodeError` of the kind `unusable` if there is no access token, or if its type needs more than a header.
    fn authorization(&self, py: Python<'_>) -> PyResult<Secret> {
        let value = self.token.authorization();
        value.map(Secret::from).map_err(|error| errors::raised(&error, py))
    }

    /// Returns the state at an instant: `valid`, `expired`, `not_yet_valid`, `unknown` or `never_expires`.
    ///
    /// `leeway` allows for clocks that differ: the token expires, and is valid, so much earlier.
    #[pyo3(signature = (at=None, *, leeway=None))]
    fn state_at(&self, py: Python<'_>, at: Option<Instant>, leeway: Option<Margin>) -> PyResult<&str> {
        let at = Instant::or_now(at, py)?;
        Ok(self.token.state_at(at, leeway.unwrap_or_default().0).as_str())
    }

    /// Returns the instant at which to refresh: that which the server advises, or `margin` before the expiry.
    #[pyo3(signature = (margin=None))]
    fn refresh_due(&self, margin: Option<Margin>) -> Option<UtcDateTime> {
        self.token.refresh_due(margin.unwrap_or_default().0)
    }

    /// Returns true if `refresh_due` has come at an instant.
    #[pyo3(signature = (at=None, *, margin=None))]
    fn should_refresh_at(
        &self,
        py: Python<'_>,
        at: Option<Instant>,
        margin: Option<Margin>,
    ) -> PyResult<bool> {
        let at = Instant::or_now(at, py)?;
        Ok(self.token.should_refresh_at(at, margin.unwrap_or_default().0))
    }

    /// Returns the token of a refresh response, with absent fields taken from this token.
    fn refreshed_with<'py>(&self, fresh: &Bound<'py, Self>) -> PyResult<Bound<'py, Self>> {
        let py = fresh.py();
        let fresh = fresh.get();
        let clones = |tokens: &[Py<Self>]| tokens.iter().map(|token| token.clone_ref(py)).collect();
        Bound::new(
            py,
            Self {
                token: self.token.clone().refreshed_with(fresh.token.clone()),
                notes: fresh.notes.clone(),
                related: clones(&fresh.related),
            },
        )
    }

    /// Returns the token in canonical form, with its secrets only if they are exposed.
    #[pyo3(signature = (*, expose=false))]
    fn to_json(&self, expose: bool) -> PyResult<String> {
        let form = if expose { self.token.exposed() } else { self.token.redacted() };
        serde_json::to_string(&form).map_err(|_| PyValueError::new_err("the token has no canonical form"))
    }

    /// Returns the token of an exposed canonical form.
    #[classmethod]
    fn from_json(_class: &Bound<'_, PyType>, text: Text<'_>) -> PyResult<Self> {
        let stored: Result<StoredToken, _> = serde_json::from_str(text.0);
        let token = stored.map(StoredToken::into_token);
        token.map(Self::from).map_err(|error| PyValueError::new_err(error.to_string()))
    }

    fn __repr__(&self) -> String {
        self.to_string()
    }

    fn __copy__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __deepcopy__<'py>(slf: Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf
    }
}

/// One line without a secret: the format, the credentials, the expiry.
impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<Token {}", self.token.format())?;
        for field in Field::ALL {
            match self.token.get(*field) {
                Some(FieldValue::Secret(_)) => write!(f, " {field}=***")?,
                Some(FieldValue::Time(Expiry::At(at))) if *field == Field::Expires => {
                    let at = at.format(&Rfc3339).map_err(|_| fmt::Error)?;
                    write!(f, " {field}={at}")?;
                }
                Some(FieldValue::Time(Expiry::Never)) if *field == Field::Expires => {
                    write!(f, " never expires")?
                }
                _ => {}
            }
        }
        f.write_str(">")
    }
}
