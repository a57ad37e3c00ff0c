//! The outcomes of decoding: a token, an error response, a decode error.

use std::fmt;

use super::error_response::ErrorResponse;
use super::note::Note;
use super::token::Token;
use crate::error::Error;

/// A decoded response.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decoded {
    /// The token or the error response.
    pub outcome: Outcome,
    /// The oddities of the response.
    pub notes: Vec<Note>,
    /// Further tokens of the same response, such as the user token that Slack sends with the bot token.
    pub related: Vec<Token>,
}

/// The server's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server granted a token.
    Token(Token),
    /// The server sent an error response.
    ErrorResponse(ErrorResponse),
}

/// The error of a function that returns only a token: an error response or a decode error.
///
/// Both convert into it with `?`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenError {
    /// The server sent an error response.
    ErrorResponse(Box<ErrorResponse>),
    /// The response could not be decoded.
    Decode(Error),
}

impl Decoded {
    /// Creates a decoded response without notes and related tokens.
    pub fn new(outcome: Outcome) -> Self {
        Self { outcome, notes: Vec::new(), related: Vec::new() }
    }

    /// Returns the token, and drops the notes and the related tokens.
    ///
    /// # Errors
    ///
    /// The error response, if the server sent one.
    pub fn into_token(self) -> Result<Token, Box<ErrorResponse>> {
        match self.outcome {
            Outcome::Token(token) => Ok(token),
            Outcome::ErrorResponse(error_response) => Err(Box::new(error_response)),
        }
    }

    /// Returns all tokens of the response, that of the outcome first, and drops the notes.
    ///
    /// # Errors
    ///
    /// The error response, if the server sent one.
    pub fn into_tokens(mut self) -> Result<Vec<Token>, Box<ErrorResponse>> {
        let mut tokens = std::mem::take(&mut self.related);
        tokens.insert(0, self.into_token()?);
        Ok(tokens)
    }
}

impl From<Box<ErrorResponse>> for TokenError {
    fn from(error_response: Box<ErrorResponse>) -> Self {
        Self::ErrorResponse(error_response)
    }
}

impl From<ErrorResponse> for TokenError {
    fn from(error_response: ErrorResponse) -> Self {
        Self::ErrorResponse(Box::new(error_response))
    }
}

impl From<Error> for TokenError {
    fn from(error: Error) -> Self {
        Self::Decode(error)
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ErrorResponse(error_response) => error_response.fmt(f),
            Self::Decode(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for TokenError {}
