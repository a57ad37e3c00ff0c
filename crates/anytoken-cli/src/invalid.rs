//! The answer to an invalid response or line.

use anytoken::{Error, ErrorKind, SecretBuf};

use crate::object::Object;

/// The reason why a response or a line of a batch is invalid. It holds no text of either.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Invalid {
    pub(crate) kind: &'static str,
    pub(crate) field: Option<String>,
    pub(crate) message: String,
    pub(crate) format: Option<String>,
    /// Offset in the body as received, in bytes.
    pub(crate) offset: Option<usize>,
    /// Number of the line in the batch, from 1, if the line itself is invalid.
    pub(crate) line: Option<u64>,
}

impl Invalid {
    /// The error of a line that is not a valid envelope.
    pub(crate) fn line(kind: ErrorKind, message: &str) -> Self {
        let message = message.to_owned();
        Self { kind: kind.as_str(), field: None, message, format: None, offset: None, line: None }
    }

    /// The error of an invalid member of an envelope.
    pub(crate) fn member(field: &'static str, message: &str) -> Self {
        Self { field: Some(field.to_owned()), ..Self::line(ErrorKind::Invalid, message) }
    }

    /// Appends the reason as JSON.
    pub(crate) fn append_to(&self, text: &mut SecretBuf) {
        let mut object = Object::new(text);
        object.text("kind", self.kind);
        object.text("field", self.field.as_deref());
        object.text("message", self.message.as_str());
        object.text("format", self.format.as_deref());
        object.number("offset", self.offset);
        object.number("line", self.line);
        object.end();
    }
}

impl From<&Error> for Invalid {
    fn from(error: &Error) -> Self {
        Self {
            kind: error.kind().as_str(),
            field: error.field().map(str::to_owned),
            message: error.to_string(),
            format: error.format().map(|format| format.as_str().to_owned()),
            offset: error.offset(),
            line: None,
        }
    }
}
