//! Decoding one response.

use anytoken::{Decoded, Outcome, Response};
use pyo3::prelude::*;

use crate::argument::{Body, Headers, Status};
use crate::errors;
use crate::format::Named;
use crate::instant::Instant;
use crate::token::Token;

/// Decodes a token response.
///
/// `format` is the id of a format or a `Dialect`; without it, the format is detected. `received_at` is the instant at
/// which the response arrived, from which lifetimes count; by default it is the current one.
///
/// Raises `ErrorResponse` if the server sent one, and `DecodeError` if the response is not understood.
#[pyfunction]
#[pyo3(signature = (body, format=None, *, received_at=None, status=None, headers=None))]
pub(crate) fn decode<'py>(
    py: Python<'py>,
    body: Body<'_>,
    format: Option<Named<'_>>,
    received_at: Option<Instant>,
    status: Option<Status>,
    headers: Option<Headers>,
) -> PyResult<Bound<'py, Token>> {
    let response = body.response(Instant::or_now(received_at, py)?, status, headers);
    match answer(format, response, py)? {
        Answer::Token(token) => Ok(token),
        Answer::Exception(exception) => Err(PyErr::from_value(exception)),
    }
}

/// A token, or the exception that says why there is none.
#[derive(IntoPyObject)]
pub(crate) enum Answer<'py> {
    Token(Bound<'py, Token>),
    Exception(Bound<'py, PyAny>),
}

/// Decodes a response of the named format, or detects it.
pub(crate) fn answer<'py>(
    format: Option<Named<'_>>,
    response: Response<'_>,
    py: Python<'py>,
) -> PyResult<Answer<'py>> {
    match Named::decode(format, response) {
        Ok(Decoded { outcome: Outcome::Token(token), notes, related, .. }) => {
            Token::decoded(token, notes, related, py).map(Answer::Token)
        }
        Ok(Decoded { outcome: Outcome::ErrorResponse(error_response), notes, .. }) => {
            errors::error_response(Box::new(error_response), notes, py).map(Answer::Exception)
        }
        Err(error) => errors::decode_error(&error, py).map(Answer::Exception),
    }
}
