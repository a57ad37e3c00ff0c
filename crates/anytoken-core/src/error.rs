//! A response that could not be understood.

use std::fmt;

use crate::Format;

/// The result of most functions here.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A response that could not be understood: neither a token nor a refusal.
///
/// It names what is wrong, in which format and field and at which byte of the body, and never holds a value of
/// the body, since any value may be a secret. It has no `source` for the same reason.
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Inside>);

/// What an error knows; behind a pointer, so that a result is as small as what is in it when all is well.
#[derive(Clone, PartialEq, Eq)]
struct Inside {
    kind: ErrorKind,
    found: Option<JsonKind>,
    field: Option<&'static str>,
    offset: Option<usize>,
    format: Option<Format>,
}

/// What is wrong with a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The body is empty or blank.
    Empty,
    /// The body is no UTF-8.
    NotUtf8,
    /// The body is compressed; the HTTP client should have unpacked it.
    Compressed,
    /// The body is a web page.
    Html,
    /// The body is XML that could not be read.
    Xml,
    /// The body is plain text.
    Text,
    /// The body is broken JSON, or goes on behind its end.
    Syntax,
    /// The top level is no single object.
    Shape,
    /// No token, and no refusal either.
    Missing,
    /// A member that the format reads occurs twice.
    Duplicate,
    /// A member has a type or a value that cannot be read exactly.
    Invalid,
    /// Several formats or tokens fit, and none of them is right by luck.
    Ambiguous,
    /// The body, its depth, a number or a list is larger than the limits allow.
    Limit,
    /// No adapter has that id.
    UnknownFormat,
    /// The token cannot be used, or written, in the way that was asked for.
    Unusable,
}

impl ErrorKind {
    /// The kind in `snake_case`, as the command line prints it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotUtf8 => "not_utf8",
            Self::Compressed => "compressed",
            Self::Html => "html",
            Self::Xml => "xml",
            Self::Text => "text",
            Self::Syntax => "syntax",
            Self::Shape => "shape",
            Self::Missing => "missing",
            Self::Duplicate => "duplicate",
            Self::Invalid => "invalid",
            Self::Ambiguous => "ambiguous",
            Self::Limit => "limit",
            Self::UnknownFormat => "unknown_format",
            Self::Unusable => "unusable",
        }
    }

    fn message(self) -> &'static str {
        match self {
            Self::Empty => "the body is empty",
            Self::NotUtf8 => "the body is not UTF-8",
            Self::Compressed => "the body is compressed",
            Self::Html => "the body is a web page",
            Self::Xml => "the body is XML that cannot be read",
            Self::Text => "the body is plain text",
            Self::Syntax => "the body is not valid JSON",
            Self::Shape => "the top level is not one object",
            Self::Missing => "no token in the response",
            Self::Duplicate => "a member is given twice",
            Self::Invalid => "a member cannot be read",
            Self::Ambiguous => "more than one reading fits",
            Self::Limit => "larger than the limits allow",
            Self::UnknownFormat => "no adapter has this id",
            Self::Unusable => "the token cannot be used this way",
        }
    }
}

/// The JSON type of a value that could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum JsonKind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

impl fmt::Display for JsonKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Bool => "a boolean",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
        })
    }
}

impl Error {
    /// An error of a kind, nothing else known.
    #[cold]
    pub fn new(kind: ErrorKind) -> Self {
        Self(Box::new(Inside { kind, found: None, field: None, offset: None, format: None }))
    }

    /// What is wrong.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The member, by its path on the wire with `/` between names.
    pub fn field(&self) -> Option<&'static str> {
        self.0.field
    }

    /// The byte of the body as it was received.
    pub fn offset(&self) -> Option<usize> {
        self.0.offset
    }

    /// The format that the response was read in.
    pub fn format(&self) -> Option<&Format> {
        self.0.format.as_ref()
    }

    /// Names the member.
    #[must_use]
    pub fn with_field(mut self, field: &'static str) -> Self {
        self.0.field = Some(field);
        self
    }

    /// Names the byte.
    #[must_use]
    pub fn with_offset(mut self, offset: usize) -> Self {
        self.0.offset = Some(offset);
        self
    }

    /// Names the format, unless it is named already.
    #[must_use]
    pub fn with_format(mut self, format: Format) -> Self {
        self.0.format.get_or_insert(format);
        self
    }

    /// The same at the same place, of another kind.
    #[must_use]
    pub(crate) fn of_kind(mut self, kind: ErrorKind) -> Self {
        self.0.kind = kind;
        self
    }

    /// Names the JSON type that was found.
    #[must_use]
    pub(crate) fn with_found(mut self, found: JsonKind) -> Self {
        self.0.found = Some(found);
        self
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self::new(kind)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(format) = &self.0.format {
            write!(f, "{format}: ")?;
        }
        f.write_str(self.0.kind.message())?;
        if let Some(field) = self.0.field {
            write!(f, ": {field}")?;
        }
        if let Some(found) = self.0.found {
            write!(f, " (found {found})")?;
        }
        if let Some(offset) = self.0.offset {
            write!(f, " at byte {offset}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inside { kind, found, field, offset, format } = &*self.0;
        f.debug_struct("Error")
            .field("kind", kind)
            .field("found", found)
            .field("field", field)
            .field("offset", offset)
            .field("format", format)
            .finish()
    }
}

impl std::error::Error for Error {}
