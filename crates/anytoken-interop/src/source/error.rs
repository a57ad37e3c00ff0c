//! The error of a source.

use std::fmt;
use std::io;

use anytoken::{Error, ErrorResponse, Remedy, TokenError};

/// The reason why a source has no token. It contains no value that was read.
#[derive(Clone, Debug)]
pub struct SourceError(Reason);

#[derive(Clone, Debug)]
enum Reason {
    Io(io::ErrorKind),
    CommandFailed,
    Token(TokenError),
    NoArrival,
    Expired,
    Panicked,
}

impl SourceError {
    /// The error response, if the source holds one.
    pub fn error_response(&self) -> Option<&ErrorResponse> {
        match &self.0 {
            Reason::Token(TokenError::ErrorResponse(error_response)) => Some(error_response),
            _ => None,
        }
    }

    /// The decode error, if the source's text was not understood.
    pub fn decode_error(&self) -> Option<&Error> {
        match &self.0 {
            Reason::Token(TokenError::Decode(error)) => Some(error),
            _ => None,
        }
    }

    /// Returns true if the token has expired.
    pub fn is_expired(&self) -> bool {
        matches!(self.0, Reason::Expired)
    }

    /// Returns true if a later attempt may succeed.
    pub fn is_transient(&self) -> bool {
        match &self.0 {
            Reason::Io(_) | Reason::CommandFailed | Reason::Expired | Reason::Panicked => true,
            Reason::Token(TokenError::ErrorResponse(error_response)) => {
                matches!(error_response.remedy(), Remedy::Retry | Remedy::SlowDown | Remedy::Pending)
            }
            Reason::Token(TokenError::Decode(_)) | Reason::NoArrival => false,
        }
    }

    pub(super) fn io(kind: io::ErrorKind) -> Self {
        Self(Reason::Io(kind))
    }

    pub(super) fn command_failed() -> Self {
        Self(Reason::CommandFailed)
    }

    pub(super) fn no_arrival() -> Self {
        Self(Reason::NoArrival)
    }

    pub(super) fn expired() -> Self {
        Self(Reason::Expired)
    }

    pub(super) fn panicked() -> Self {
        Self(Reason::Panicked)
    }
}

impl From<Error> for SourceError {
    fn from(error: Error) -> Self {
        Self(Reason::Token(error.into()))
    }
}

impl From<ErrorResponse> for SourceError {
    fn from(error_response: ErrorResponse) -> Self {
        Self(Reason::Token(error_response.into()))
    }
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::Io(kind) => write!(f, "cannot read the source: {kind}"),
            Reason::CommandFailed => f.write_str("the command failed"),
            Reason::Token(error) => error.fmt(f),
            Reason::NoArrival => {
                f.write_str("the source states a lifetime but not when it arrived; set `received_at`")
            }
            Reason::Expired => f.write_str("the token has expired"),
            Reason::Panicked => f.write_str("the thread that read the source panicked"),
        }
    }
}

impl std::error::Error for SourceError {}
