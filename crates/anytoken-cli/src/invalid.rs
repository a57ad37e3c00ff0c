//! What is answered where nothing was understood.

use anytoken::{Error, ErrorKind};
use serde::Serialize;

/// Why a response, or the line it was to stand in, was not understood. It holds nothing of either.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Invalid {
    pub(crate) kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) field: Option<&'static str>,
    pub(crate) message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) format: Option<String>,
    /// The byte of the body, as it was received.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) offset: Option<usize>,
    /// The line of the batch, from 1, where it is the line that was not understood.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) line: Option<u64>,
}

impl Invalid {
    /// A line that is no envelope.
    pub(crate) fn line(kind: ErrorKind, message: &str) -> Self {
        let message = message.to_owned();
        Self { kind: kind.as_str(), field: None, message, format: None, offset: None, line: None }
    }

    /// A member of an envelope that cannot be read.
    pub(crate) fn member(field: &'static str, message: &str) -> Self {
        Self { field: Some(field), ..Self::line(ErrorKind::Invalid, message) }
    }
}

impl From<&Error> for Invalid {
    fn from(error: &Error) -> Self {
        Self {
            kind: error.kind().as_str(),
            field: error.field(),
            message: error.to_string(),
            format: error.format().map(|format| format.as_str().to_owned()),
            offset: error.offset(),
            line: None,
        }
    }
}
