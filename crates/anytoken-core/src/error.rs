//! Decode errors: the response could not be understood, or the request cannot be met.

use std::borrow::Cow;
use std::fmt;

use crate::format::Format;
use crate::named::named;

/// The result of most functions in this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A decode error: a response that is neither a token nor an error response, or a request that cannot be met.
///
/// It names the cause, the format, the field and the byte of the body; `{:#}` leaves the byte out. It never holds a value of the body, since any
/// value may be a secret, and it has no `source` for the same reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Box<Inner>);

/// The parts of an error, behind a pointer so that a `Result` is as small as its success value.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    kind: ErrorKind,
    /// The JSON type of the value that could not be decoded.
    found: Option<JsonKind>,
    field: Option<Cow<'static, str>>,
    offset: Option<usize>,
    format: Option<Format>,
    /// Boxed, so that an error without one has no hole that keeps old bytes of the stack.
    detail: Option<Box<Detail>>,
}

/// A detail of one kind of error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Detail {
    /// The unknown format that was asked for, if it can be shown, and the one to suggest.
    UnknownFormat(Option<Format>, Option<&'static str>),
    /// The reason why a request cannot be met.
    Reason(&'static str),
    /// The Rust type that was asked for.
    Expected(&'static str),
    /// The path of a member that looks like a token, as far as it may be shown, and the formats that decode a member of its
    /// first name.
    Hint(String, Vec<Format>),
}

named! {
    /// The cause of an error.
    ///
    /// ```
    /// # extern crate anytoken_core as anytoken;
    /// use anytoken::ErrorKind;
    ///
    /// assert_eq!(ErrorKind::UnknownFormat.as_str(), "unknown_format");
    /// assert_eq!(ErrorKind::UnknownFormat.to_string(), "unknown_format");
    /// ```
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum ErrorKind, "kind" {
        /// The body is empty or blank.
        Empty = "empty",
        /// The body is not UTF-8.
        NotUtf8 = "not_utf8",
        /// The body is compressed; the HTTP client must decompress it first.
        Compressed = "compressed",
        /// The body is a web page.
        Html = "html",
        /// The body is XML that cannot be read.
        Xml = "xml",
        /// The body is a form that cannot be read.
        Form = "form",
        /// The body is plain text.
        Text = "text",
        /// The body is not valid JSON, or text follows the JSON value.
        Syntax = "syntax",
        /// The top level is not a single object.
        Shape = "shape",
        /// The response holds neither a token nor an error response.
        Missing = "missing",
        /// A member that the format decodes occurs twice.
        Duplicate = "duplicate",
        /// A member's type or value cannot be decoded exactly.
        Invalid = "invalid",
        /// Several formats or tokens match, and nothing decides between them.
        Ambiguous = "ambiguous",
        /// The body, its depth, a number or a list exceeds the limits.
        Limit = "limit",
        /// No adapter has the id that was asked for.
        UnknownFormat = "unknown_format",
        /// The token cannot be used or encoded in the requested way.
        Unusable = "unusable",
    }
}

impl ErrorKind {
    /// Returns the sentence that an error of this kind displays.
    fn message(self) -> &'static str {
        match self {
            Self::Empty => "the body is empty",
            Self::NotUtf8 => "the body is not UTF-8",
            Self::Compressed => "the body is compressed",
            Self::Html => "the body is a web page",
            Self::Xml => "the body is XML that cannot be read",
            Self::Form => "the body is a form that cannot be read",
            Self::Text => "the body is plain text",
            Self::Syntax => "the body is not valid JSON",
            Self::Shape => "the top level is not one object",
            Self::Missing => "no token in the response",
            Self::Duplicate => "duplicate member",
            Self::Invalid => "invalid value",
            Self::Ambiguous => "ambiguous: several formats or tokens match",
            Self::Limit => "larger than the limits allow",
            Self::UnknownFormat => "unknown format",
            Self::Unusable => "the token cannot be used this way",
        }
    }
}

/// The JSON type of a value that cannot be decoded.
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

impl JsonKind {
    /// Returns the type of valid JSON by its first byte.
    pub(crate) fn of(json: &str) -> Option<Self> {
        Some(match json.trim_ascii_start().as_bytes().first()? {
            b'n' => Self::Null,
            b't' | b'f' => Self::Bool,
            b'"' => Self::String,
            b'[' => Self::Array,
            b'{' => Self::Object,
            _ => Self::Number,
        })
    }
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
    /// Creates an error of a kind, without details.
    #[cold]
    pub fn new(kind: ErrorKind) -> Self {
        Self(Box::new(Inner { kind, found: None, field: None, offset: None, format: None, detail: None }))
    }

    /// Returns the cause.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the member's path on the wire, with `/` between names.
    pub fn field(&self) -> Option<&str> {
        self.0.field.as_deref()
    }

    /// Returns the offset in bytes in the body as it was received.
    pub fn offset(&self) -> Option<usize> {
        self.0.offset
    }

    /// Returns the format in which the response was decoded.
    pub fn format(&self) -> Option<&Format> {
        self.0.format.as_ref()
    }

    /// Returns the path of a member that looks like a token, where none was found: only a format can tell what it is.
    ///
    /// A name on the path that may be a secret is masked.
    ///
    /// ```
    /// # extern crate anytoken_core as anytoken;
    /// use anytoken::Response;
    /// use anytoken::dialect::Dialect;
    ///
    /// # let at = time::UtcDateTime::UNIX_EPOCH;
    /// let body = br#"{"data":{"sid":"EXAMPLE-SESSION"}}"#;
    /// let error = Dialect::OAUTH2.decode(Response::new(body, at)).unwrap_err();
    /// assert_eq!(error.hint(), Some("data/sid"));
    /// assert_eq!(
    ///     error.to_string(),
    ///     "oauth2: no token in the response: access_token; data/sid looks like one"
    /// );
    /// ```
    pub fn hint(&self) -> Option<&str> {
        match self.0.detail.as_deref()? {
            Detail::Hint(member, _) => Some(member),
            _ => None,
        }
    }

    /// Returns the formats that decode a member of the [hint](Self::hint)'s first name, if they are few.
    pub fn hinted_formats(&self) -> &[Format] {
        match self.0.detail.as_deref() {
            Some(Detail::Hint(_, formats)) => formats,
            _ => &[],
        }
    }

    /// Sets the member's path.
    #[must_use]
    pub fn with_field(mut self, field: impl Into<Cow<'static, str>>) -> Self {
        self.0.field = Some(field.into());
        self
    }

    /// Sets the offset.
    #[must_use]
    pub fn with_offset(mut self, offset: usize) -> Self {
        self.0.offset = Some(offset);
        self
    }

    /// Sets the format, unless it is set already.
    #[must_use]
    pub fn with_format(mut self, format: Format) -> Self {
        self.0.format.get_or_insert(format);
        self
    }

    /// Sets the JSON type that was found.
    #[must_use]
    pub(crate) fn with_found(mut self, found: JsonKind) -> Self {
        self.0.found = Some(found);
        self
    }

    /// Sets the detail.
    #[must_use]
    pub(crate) fn with_detail(mut self, detail: Detail) -> Self {
        self.0.detail = Some(Box::new(detail));
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
        if let Some(Detail::UnknownFormat(asked, suggestion)) = self.0.detail.as_deref() {
            // The field is the caller's argument, not a member.
            if let Some(asked) = asked {
                write!(f, " \"{asked}\"")?;
            }
            return suggestion.map_or(Ok(()), |suggestion| write!(f, "; did you mean \"{suggestion}\"?"));
        }
        if let Some(field) = &self.0.field {
            write!(f, ": {field}")?;
        }
        if let Some(found) = self.0.found {
            write!(f, " (found {found})")?;
        }
        if let Some(offset) = self.0.offset.filter(|_| !f.alternate()) {
            write!(f, " at byte {offset}")?;
        }
        match self.0.detail.as_deref() {
            None | Some(Detail::UnknownFormat(..)) => Ok(()),
            Some(Detail::Reason(reason)) => write!(f, ": {reason}"),
            Some(Detail::Expected(name)) => write!(f, ": expected {name}"),
            Some(Detail::Hint(member, formats)) => {
                write!(f, "; {member} looks like one")?;
                formats.iter().enumerate().try_for_each(|(index, format)| {
                    write!(f, "{}{format}", if index == 0 { ": name the format, such as " } else { ", " })
                })
            }
        }
    }
}

impl std::error::Error for Error {}
