//! The three outcomes: granted, refused, not understood.

use std::fmt;

use crate::{Error, Note, Refusal, Token};

/// A response that was understood.
#[derive(Clone, Debug)]
pub struct Decoded {
    /// What the server said.
    pub outcome: Outcome,
    /// What was odd and understood all the same.
    pub notes: Vec<Note>,
    /// Further tokens of the same response, such as Slack's user token beside the bot's.
    pub related: Vec<Token>,
}

/// What the server said.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Yes.
    Granted(Token),
    /// No.
    Refused(Refusal),
}

/// Everything that is no token, for `?`: both a refusal and an error turn into it.
#[derive(Clone, Debug)]
pub enum Failure {
    /// The server said no.
    Refused(Box<Refusal>),
    /// The response was not understood.
    NotUnderstood(Error),
}

impl Decoded {
    /// The token.
    ///
    /// # Errors
    ///
    /// The refusal, where the server said no.
    pub fn into_token(self) -> Result<Token, Box<Refusal>> {
        match self.outcome {
            Outcome::Granted(token) => Ok(token),
            Outcome::Refused(refusal) => Err(Box::new(refusal)),
        }
    }
}

impl From<Box<Refusal>> for Failure {
    fn from(refusal: Box<Refusal>) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::NotUnderstood(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => refusal.fmt(f),
            Self::NotUnderstood(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Failure {}
