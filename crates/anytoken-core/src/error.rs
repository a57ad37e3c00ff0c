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
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Inner>);

/// The parts of an error, behind a pointer so that a `Result` is as small as its success value.
#[derive(Clone, PartialEq, Eq)]
struct Inner {
    kind: ErrorKind,
    /// The JSON type of the value that could not be decoded.
    found: Option<JsonKind>,
    field: Option<Cow<'static, str>>,
    offset: Option<usize>,
    format: Option<Format>,
    /// The unknown format that was asked for, if it can be shown.
    asked: Option<Format>,
    suggestion: Option<&'static str>,
    reason: Option<Reason>,
    /// Boxed, so that an error without one has no hole that keeps old bytes of the stack.
    hint: Option<Box<Hint>>,
}

/// A member that looks like a token where none was found.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Hint {
    /// Its path, as far as it may be shown.
    member: String,
    /// The formats that decode a member of its first name.
    formats: Vec<Format>,
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

/// Why a request cannot be met, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// Why a token cannot be used in this way.
    Unusable(&'static str),
    /// The Rust type that was asked for.
    Expected(&'static str),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unusable(reason) => f.write_str(reason),
            Self::Expected(name) => write!(f, "expected {name}"),
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
        Self(Box::new(Inner {
            kind,
            found: None,
            field: None,
            offset: None,
            format: None,
            asked: None,
            suggestion: None,
            reason: None,
            hint: None,
        }))
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
        self.0.hint.as_ref().map(|hint| hint.member.as_str())
    }

    /// Returns the formats that decode a member of the [hint](Self::hint)'s first name, if they are few.
    pub fn hinted_formats(&self) -> &[Format] {
        self.0.hint.as_ref().map_or(&[], |hint| &hint.formats)
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

    /// Sets why the request cannot be met.
    #[must_use]
    pub(crate) fn with_reason(mut self, reason: Reason) -> Self {
        self.0.reason = Some(reason);
        self
    }

    /// Sets the path of a member that looks like a token.
    #[must_use]
    pub(crate) fn with_hint(mut self, member: String) -> Self {
        self.0.hint = Some(Box::new(Hint { member, formats: Vec::new() }));
        self
    }

    /// Sets the formats that decode such a member.
    #[must_use]
    pub(crate) fn with_hinted_formats(mut self, formats: Vec<Format>) -> Self {
        if let Some(hint) = &mut self.0.hint {
            hint.formats = formats;
        }
        self
    }

    /// Sets the unknown format that was asked for, if it can be shown, and the one to suggest.
    #[must_use]
    pub(crate) fn with_asked(mut self, asked: Option<Format>, suggestion: Option<&'static str>) -> Self {
        self.0.asked = asked;
        self.0.suggestion = suggestion;
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
        if self.0.kind == ErrorKind::UnknownFormat {
            // The field is the caller's argument, not a member.
            if let Some(asked) = &self.0.asked {
                write!(f, " \"{asked}\"")?;
            }
            if let Some(suggestion) = self.0.suggestion {
                write!(f, "; did you mean \"{suggestion}\"?")?;
            }
            return Ok(());
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
        if let Some(reason) = self.0.reason {
            write!(f, ": {reason}")?;
        }
        let Some(Hint { member, formats }) = self.0.hint.as_deref() else { return Ok(()) };
        write!(f, "; {member} looks like one")?;
        for (index, format) in formats.iter().enumerate() {
            write!(f, "{}{format}", if index == 0 { ": name the format, such as " } else { ", " })?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { kind, found, field, offset, format, asked, suggestion, reason, hint } = &*self.0;
        f.debug_struct("Error")
            .field("kind", kind)
            .field("found", found)
            .field("field", field)
            .field("offset", offset)
            .field("format", format)
            .field("asked", asked)
            .field("suggestion", suggestion)
            .field("reason", reason)
            .field("hint", hint)
            .finish()
    }
}

impl std::error::Error for Error {}
