//! The body of a response, split into members.
//!
//! The shape of a body is detected from its first bytes. JSON is split where it is; a form or XML is converted to JSON
//! first.

use std::borrow::Cow;
use std::fmt;
use std::num::{IntErrorKind, ParseIntError};
use std::time::Duration;
use time::UtcDateTime;

use super::object::Object;
use super::response::{Limits, Response, Source};
use super::source_map::SourceMap;
use super::{form, xml};
use crate::error::{Error, ErrorKind, JsonKind, Result};
use crate::json::{DEEPEST, FieldPath, Id, LONGEST, Node, Tree};
use crate::secret::SecretBuf;
use crate::span::Span;
use crate::value::date;

/// A response that has been split into members: the input of an adapter.
///
/// A form or XML body has been converted to JSON text, so that all bodies are decoded alike and have the same kind of
/// extras. A body that cannot be split is kept, since a status of 400 or more makes it an error response.
pub struct Body<'a> {
    pub(crate) text: BodyText<'a>,
    pub(crate) tree: Tree,
    pub(crate) limits: Limits,
    /// The error, if the body could not be split.
    pub(crate) broken: Option<Error>,
    at: UtcDateTime,
    status: Option<u16>,
    pub(super) headers: Vec<Header<'a>>,
    /// The map from `text` to the body as it was received.
    pub(crate) source_map: SourceMap,
    /// True if the body is a SOAP envelope.
    pub(crate) is_soap: bool,
    /// True if the body is an XML element that is named for an error.
    pub(crate) is_fault: bool,
    /// True if the top is the only element of a list.
    pub(crate) is_element: bool,
    /// True if the body was a form.
    pub(crate) is_form: bool,
    /// True if decoding leaves the text and the tree here, and copies only the fields.
    pub(crate) keeps_tree: bool,
}

/// The name and the value of a header.
type Header<'a> = (Cow<'a, str>, Cow<'a, str>);

/// The text of a body, to which all its spans refer.
pub(crate) enum BodyText<'a> {
    Borrowed(&'a str),
    Owned(SecretBuf),
}

impl BodyText<'_> {
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Borrowed(text) => text,
            Self::Owned(text) => text.expose(),
        }
    }
}

impl<'a> Body<'a> {
    /// Splits a response.
    ///
    /// The first byte that is not whitespace determines the shape of the body; `Content-Type` is ignored.
    pub fn split(response: impl Into<Response<'a>>) -> Self {
        let (mut body, source) = Self::empty(response.into());
        body.fill(source);
        body
    }

    /// Creates an empty body and returns it with the source that it is to be split from.
    #[inline(always)]
    pub(crate) fn empty(response: Response<'a>) -> (Self, Source<'a>) {
        let (at, status) = (response.at(), response.status());
        let Response { source, limits, headers, .. } = response;
        let (text, tree, source_map) = (BodyText::Borrowed(""), Tree::default(), SourceMap::default());
        let (broken, is_soap, is_element, keeps_tree) = (None, false, false, false);
        (
            Self {
                text,
                tree,
                limits,
                broken,
                at,
                status,
                headers,
                source_map,
                is_soap,
                is_element,
                keeps_tree,
                is_form: false,
                is_fault: false,
            },
            source,
        )
    }

    /// Splits a response into an empty body, in place, since a body is expensive to move.
    #[inline(always)]
    pub(crate) fn fill(&mut self, source: Source<'a>) {
        self.broken = self.try_fill(source).err();
    }

    fn try_fill(&mut self, source: Source<'a>) -> Result<()> {
        let bytes = match &source {
            Source::Borrowed(bytes) => bytes,
            Source::Owned(bytes) => bytes.as_slice(),
        };
        if bytes.len() > self.limits.body {
            return Err(Error::new(ErrorKind::Limit).with_offset(self.limits.body));
        }
        if let Some(kind) = magic(bytes) {
            return Err(Error::new(kind).with_offset(0));
        }
        let not_utf8 = |at| Error::new(ErrorKind::NotUtf8).with_offset(at);
        self.text = match source {
            Source::Borrowed(bytes) => BodyText::Borrowed(
                simdutf8::compat::from_utf8(bytes).map_err(|error| not_utf8(error.valid_up_to()))?,
            ),
            Source::Owned(bytes) => BodyText::Owned(SecretBuf::try_from(bytes).map_err(not_utf8)?),
        };
        let text = self.text.as_str();
        // Fast path: nearly all bodies are a JSON object and nothing else.
        let json = if text.starts_with('{') { Some(Span::new(0, text.len())) } else { self.find_json()? };
        let Some(json) = json else { return Ok(()) };
        let kind = self
            .tree
            .fill(self.text.as_str(), json, self.limits.levels)
            .map_err(|error| self.with_source_offset(error))?;
        if kind == JsonKind::Array && !self.tree_is_list_of_objects() {
            return Err(Error::new(ErrorKind::Shape).with_offset(json.start()));
        }
        Ok(())
    }

    /// Returns the span of the JSON in a body of any shape; `None` for a form or XML, which is converted.
    #[inline(never)]
    fn find_json(&mut self) -> Result<Option<Span>> {
        let text = self.text.as_str();
        let content = strip_prefixes(text);
        match Shape::of(content.of(text)) {
            Shape::Json => Ok(Some(content)),
            Shape::JsonpOrText => unwrap_jsonp(text, content).map(Some).ok_or_else(|| text_error(content)),
            Shape::Form => {
                let object = form::to_json(text, content)?;
                self.is_form = true;
                self.set_object(object)
            }
            Shape::Xml => {
                let xml::Converted { object, is_soap, is_fault } =
                    xml::to_json(text, content, self.limits.levels.min(DEEPEST))?;
                (self.is_soap, self.is_fault) = (is_soap, is_fault);
                self.set_object(object)
            }
            Shape::Invalid(kind) => Err(Error::new(kind).with_offset(content.start())),
        }
    }

    /// Replaces the text and the tree by the object that the body was converted to.
    fn set_object(&mut self, Object { text, nodes, source_map }: Object) -> Result<Option<Span>> {
        let too_long = (text.len() > LONGEST).then_some(LONGEST);
        self.source_map = source_map;
        self.text = BodyText::Owned(text);
        if let Some(at) = too_long.or((self.limits.levels == 0).then_some(0)) {
            return Err(self.with_source_offset(Error::new(ErrorKind::Limit).with_offset(at)));
        }
        self.tree.fill_from(nodes);
        Ok(None)
    }

    fn tree_is_list_of_objects(&self) -> bool {
        let mut elements = self.tree.unread().peekable();
        elements.peek().is_some() && elements.all(|(_, node)| node.member.kind == JsonKind::Object)
    }

    /// Returns the instant at which the response arrived, in whole seconds.
    pub fn at(&self) -> UtcDateTime {
        self.at
    }

    /// Returns the HTTP status, if it is known.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// Returns the wait that the `Retry-After` header asks for.
    pub fn retry_after(&self) -> Option<Duration> {
        self.header("retry-after").and_then(|value| retry_after(value, self.at))
    }

    /// Returns the text of the string at a path, on which `/` separates names.
    ///
    /// # Errors
    ///
    /// `Duplicate` if a member on the path occurs twice.
    pub fn text_at(&mut self, path: &'static str) -> Result<Option<SecretBuf>> {
        let found = self.find(None, &FieldPath::new(path))?;
        let member = found.and_then(|id| self.tree.node(id)).map(|node| node.member);
        let Some(member) = member.filter(|member| member.kind == JsonKind::String) else { return Ok(None) };
        Ok(SecretBuf::unescaped(member.value.inside().of(self.text.as_str()), member.is_escaped()).ok())
    }

    /// Copies the body, so that it can be decoded twice.
    #[cold]
    pub(crate) fn copy(&self) -> Self {
        let text = match &self.text {
            BodyText::Borrowed(text) => BodyText::Borrowed(text),
            BodyText::Owned(text) => BodyText::Owned(text.clone()),
        };
        let (tree, source_map) = (self.tree.clone(), self.source_map.clone());
        let (broken, headers) = (self.broken.clone(), self.headers.clone());
        Self { text, tree, source_map, broken, headers, ..*self }
    }

    /// Returns the members of the top level.
    pub(crate) fn nodes(&self) -> &[Node] {
        self.tree.members()
    }

    /// Finds the node at a path, from another node or from the top.
    pub(crate) fn find(&mut self, from: Option<Id>, path: &FieldPath) -> Result<Option<Id>> {
        self.tree.find(self.text.as_str(), from, path)
    }

    /// Converts a span of the text to one in the body as it was received.
    pub(crate) fn source_span(&self, span: Span) -> Span {
        self.source_map.source_span(span)
    }

    /// Converts an error's offset to one in the body as it was received.
    pub(crate) fn with_source_offset(&self, error: Error) -> Error {
        match error.offset() {
            Some(at) => error.with_offset(self.source_span(Span::new(at, at)).start()),
            None => error,
        }
    }

    /// Notes that a decoder has looked at the member at an offset of the body as it was received, and at all others of
    /// its name.
    pub(crate) fn consult_at(&mut self, offset: usize) {
        let text = self.text.as_str();
        let holds = |node: &&Node| {
            let [name, value] = [node.member.name, node.member.value].map(|span| self.source_span(span));
            let start = if node.is_named() { name.start() } else { value.start() };
            start == offset || (start..value.end()).contains(&offset)
        };
        let Some(name) = self.tree.members().iter().find(holds).map(|node| node.name(text)) else { return };
        for id in self.tree.top() {
            if self.tree.node(id).is_some_and(|node| node.name(text) == name) {
                self.tree.consult(id);
            }
        }
    }

    /// Returns the text of a body that is not JSON with members, but plain text or one JSON string; else `None`.
    pub(crate) fn bare_text(&self) -> Option<SecretBuf> {
        let text = self.text.as_str();
        let content = strip_prefixes(text).of(text);
        match self.broken.as_ref()?.kind() {
            ErrorKind::Text => Some(SecretBuf::from(content.trim_ascii())),
            ErrorKind::Shape => {
                serde_json::from_str::<&serde_json::value::RawValue>(content).ok()?;
                let inside = content.trim_ascii().strip_prefix('"')?.strip_suffix('"')?;
                SecretBuf::unescaped(inside, true).ok()
            }
            _ => None,
        }
    }
}

impl fmt::Debug for Body<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { at, status, broken, .. } = self;
        f.debug_struct("Body")
            .field("at", at)
            .field("status", status)
            .field("broken", broken)
            .finish_non_exhaustive()
    }
}

/// Detects from its first bytes a body that is empty or is not UTF-8 text.
fn magic(bytes: &[u8]) -> Option<ErrorKind> {
    match bytes {
        // Fast path: nearly all bodies are a JSON object.
        [b'{', 1..=u8::MAX, ..] => None,
        // gzip, zstd, and zlib at its fastest, default and best level.
        [0x1F, 0x8B, ..] | [0x28, 0xB5, 0x2F, 0xFD, ..] | [0x78, 0x01 | 0x9C | 0xDA, ..] => {
            Some(ErrorKind::Compressed)
        }
        // UTF-16 with or without a byte order mark: every other byte of ASCII is zero.
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, _, ..] | [_, 0, ..] => Some(ErrorKind::NotUtf8),
        _ if bytes.trim_ascii().is_empty() => Some(ErrorKind::Empty),
        _ => None,
    }
}

/// Returns the span of the body without a byte order mark, a guard against script inclusion, and the `#` or `?` before
/// a form.
pub(super) fn strip_prefixes(text: &str) -> Span {
    let body = without_prefixes(text.as_bytes());
    Span::new(text.len().saturating_sub(body.len()), text.len())
}

/// Strips the prefixes of [`strip_prefixes`] from bytes, which need not be UTF-8.
fn without_prefixes(body: &[u8]) -> &[u8] {
    const GUARDS: [&[u8]; 5] = [b")]}',", b")]}'", b"while(1);", b"for(;;);", b"&&&START&&&"];
    let body = body.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(body);
    let body = GUARDS.iter().find_map(|guard| body.strip_prefix(*guard)).unwrap_or(body);
    match body.trim_ascii_start() {
        [b'#' | b'?', rest @ ..] if starts_as_form(rest) => rest,
        body => body,
    }
}

/// The shape of a body, by its first bytes.
enum Shape {
    /// An object or an array.
    Json,
    /// JSON in a function call (JSONP), or plain text.
    JsonpOrText,
    Form,
    Xml,
    /// None that can be split.
    Invalid(ErrorKind),
}

impl Shape {
    fn of(body: &str) -> Self {
        match body.as_bytes().first() {
            None => Self::Invalid(ErrorKind::Empty),
            Some(b'{' | b'[') => Self::Json,
            Some(b'"') => Self::Invalid(ErrorKind::Shape),
            Some(b'<') if is_html(body) => Self::Invalid(ErrorKind::Html),
            Some(b'<') => Self::Xml,
            _ if starts_as_form(body.as_bytes()) => Self::Form,
            _ => Self::JsonpOrText,
        }
    }
}

/// Returns true if a body is decoded as a form. For the command line, which shows bodies that cannot be decoded.
#[doc(hidden)]
pub fn is_form(body: &[u8]) -> bool {
    starts_as_form(without_prefixes(body))
}

/// Returns true if a body starts with a name and `=`, and the `=` is not the padding of base64.
fn starts_as_form(body: &[u8]) -> bool {
    let of_name = |byte: &&u8| byte.is_ascii_alphanumeric() || b"_-.~%+[]:@".contains(byte);
    let name = body.iter().take_while(of_name).count();
    let unpadded = body.trim_ascii_end().iter().rev().skip_while(|byte| **byte == b'=').count();
    name > 0 && name < unpadded && body.get(name) == Some(&b'=')
}

fn is_html(body: &str) -> bool {
    let starts_with =
        |word: &str| body.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    ["<!doctype html", "<html", "<head", "<body"].into_iter().any(starts_with)
}

/// Returns the span of the object or array in `callback({…});`, given the span of the call.
fn unwrap_jsonp(text: &str, call: Span) -> Option<Span> {
    let body = call.of(text);
    let call = body.strip_prefix("/**/").unwrap_or(body).trim_ascii_start();
    let of_name = |c: char| c.is_ascii_alphanumeric() || "_$.".contains(c);
    let inside = call.trim_start_matches(of_name).trim_ascii_start().strip_prefix('(')?;
    let end = inside.trim_ascii_end();
    let end = end.strip_suffix(';').unwrap_or(end).trim_ascii_end().strip_suffix(')')?;
    let start = text.len().saturating_sub(inside.len());
    end.trim_ascii_start().starts_with(['{', '[']).then(|| Span::new(start, start.saturating_add(end.len())))
}

fn text_error(content: Span) -> Error {
    Error::new(ErrorKind::Text).with_offset(content.start())
}

/// Parses a `Retry-After` header: seconds, or a date.
fn retry_after(value: &str, at: UtcDateTime) -> Option<Duration> {
    match date::parse(value, None) {
        Some(date::ParsedDate::At(until)) => {
            let seconds = u64::try_from(until.saturating_sub(at.unix_timestamp())).unwrap_or(0);
            Some(Duration::from_secs(seconds))
        }
        _ => {
            let seconds = value.trim_ascii().parse().or_else(|error: ParseIntError| match error.kind() {
                IntErrorKind::PosOverflow => Ok(u64::MAX),
                _ => Err(error),
            });
            seconds.ok().map(Duration::from_secs)
        }
    }
}
