//! Why a source has no token.

use std::fmt;
use std::io;

use anytoken::{Error, Failure, Refusal, Remedy};

/// Why a source gives no token. No value of what was read is in it.
#[derive(Clone, Debug)]
pub struct SourceError(Reason);

#[derive(Clone, Debug)]
enum Reason {
    Unread(io::ErrorKind),
    Failed,
    Response(Failure),
    NoReceipt,
    Ended,
    Lost,
}

impl SourceError {
    /// The server's no, where that is what the source holds.
    pub fn refusal(&self) -> Option<&Refusal> {
        match &self.0 {
            Reason::Response(Failure::Refused(refusal)) => Some(refusal),
            _ => None,
        }
    }

    /// What was not understood, where the text was read.
    pub fn not_understood(&self) -> Option<&Error> {
        match &self.0 {
            Reason::Response(Failure::NotUnderstood(error)) => Some(error),
            _ => None,
        }
    }

    /// Whether a token was read that has ended.
    pub fn is_ended(&self) -> bool {
        matches!(self.0, Reason::Ended)
    }

    /// Whether the next attempt may succeed without anybody's doing.
    pub fn is_transient(&self) -> bool {
        match &self.0 {
            Reason::Unread(_) | Reason::Failed | Reason::Ended | Reason::Lost => true,
            Reason::Response(Failure::Refused(refusal)) => {
                matches!(refusal.remedy(), Remedy::Retry | Remedy::SlowDown | Remedy::Pending)
            }
            Reason::Response(Failure::NotUnderstood(_)) | Reason::NoReceipt => false,
        }
    }

    pub(super) fn unread(kind: io::ErrorKind) -> Self {
        Self(Reason::Unread(kind))
    }

    pub(super) fn failed() -> Self {
        Self(Reason::Failed)
    }

    pub(super) fn no_receipt() -> Self {
        Self(Reason::NoReceipt)
    }

    pub(super) fn ended() -> Self {
        Self(Reason::Ended)
    }

    pub(super) fn lost() -> Self {
        Self(Reason::Lost)
    }
}

impl From<Error> for SourceError {
    fn from(error: Error) -> Self {
        Self(Reason::Response(error.into()))
    }
}

impl From<Refusal> for SourceError {
    fn from(refusal: Refusal) -> Self {
        Self(Reason::Response(refusal.into()))
    }
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Reason::Unread(kind) => write!(f, "the source cannot be read: {kind}"),
            Reason::Failed => f.write_str("the command has failed"),
            Reason::Response(failure) => failure.fmt(f),
            Reason::NoReceipt => f.write_str("a lifetime, and nobody knows from when on it counts"),
            Reason::Ended => f.write_str("the token has ended"),
            Reason::Lost => f.write_str("the thread that read the source is gone"),
        }
    }
}

impl std::error::Error for SourceError {}
