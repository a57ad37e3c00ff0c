//! A body, split into members before anybody interprets it.

mod gather;
mod origin;
mod rewrite;

use std::borrow::Cow;
use std::time::Duration;

use time::UtcDateTime;

pub(crate) use self::origin::Origin;
use crate::lifetime::seconds_between;
use crate::received::{Limits, Received, Source};
use crate::tree::{Id, Node, Tree};
use crate::wiped::Wiped;
use crate::{Error, ErrorKind, JsonKind, Path, Result, Span, date, form, json, xml};

/// A response, split: what an adapter reads.
///
/// A form or XML body has become JSON text here, so that there is one way to read and one kind of extras. A body
/// that could not be split is kept as well, for a status from 400 up makes it a refusal.
pub struct Body<'a> {
    pub(crate) text: Text<'a>,
    pub(crate) tree: Tree,
    pub(crate) limits: Limits,
    pub(crate) broken: Option<Error>,
    at: UtcDateTime,
    status: Option<u16>,
    headers: Vec<Header<'a>>,
    pub(crate) origin: Origin,
}

/// A name and a value.
type Header<'a> = (Cow<'a, str>, Cow<'a, str>);

/// The member that a bare text is read as; of an XML element it is the text.
pub(crate) const TEXT: &str = "#text";

/// The text that all places of a body are places in.
pub(crate) enum Text<'a> {
    Borrowed(&'a str),
    Owned(Wiped),
}

impl Text<'_> {
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
    /// The first byte that is no blank decides how; `Content-Type` is not believed.
    pub fn split(received: impl Into<Received<'a>>) -> Self {
        let (mut body, source) = Self::empty(received.into());
        body.take_in(source);
        body
    }

    /// A body in which nothing stands yet, and what it is to be split from.
    #[inline(always)]
    pub(crate) fn empty(received: Received<'a>) -> (Self, Source<'a>) {
        let (at, status) = (received.at(), received.status());
        let Received { source, limits, headers, .. } = received;
        let (text, tree, origin) = (Text::Borrowed(""), Tree::default(), Origin::default());
        (Self { text, tree, limits, broken: None, at, status, headers, origin }, source)
    }

    /// Splits a response into an empty body, which is too large to be moved for nothing.
    #[inline(always)]
    pub(crate) fn take_in(&mut self, source: Source<'a>) {
        self.broken = self.fill(source).err();
    }

    fn fill(&mut self, source: Source<'a>) -> Result<()> {
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
            Source::Borrowed(bytes) => Text::Borrowed(
                simdutf8::compat::from_utf8(bytes).map_err(|error| not_utf8(error.valid_up_to()))?,
            ),
            Source::Owned(bytes) => Text::Owned(Wiped::try_from(bytes).map_err(not_utf8)?),
        };
        let text = self.text.as_str();
        // Nearly all are a JSON object and nothing else.
        let place = if text.starts_with('{') { Span::new(0, text.len()) } else { self.find_json()? };
        let kind = self
            .tree
            .fill(self.text.as_str(), place, self.limits.levels, self.origin.len())
            .map_err(|error| self.with_place(error))?;
        if kind == JsonKind::Array && !self.tree_is_list_of_objects() {
            return Err(Error::new(ErrorKind::Shape).with_offset(place.start()));
        }
        Ok(())
    }

    /// The place of the JSON in a body of any shape; a form or XML has become JSON.
    #[inline(never)]
    fn find_json(&mut self) -> Result<Span> {
        let text = self.text.as_str();
        let place = sniffed(text);
        match Shape::of(place.of(text)) {
            Shape::Json => Ok(place),
            Shape::Padded => padding(text, place).ok_or_else(|| text_error(place)),
            Shape::Form => {
                let (json, origin) = form::to_json(text, place)?;
                Ok(self.replace(json, origin))
            }
            Shape::Xml => {
                let (json, origin) = xml::to_json(text, place, self.limits.levels)?;
                Ok(self.replace(json, origin))
            }
            Shape::Other(kind) => Err(Error::new(kind).with_offset(place.start())),
        }
    }

    fn replace(&mut self, json: Wiped, origin: Origin) -> Span {
        let place = Span::new(0, json.len());
        self.text = Text::Owned(json);
        self.origin = origin;
        place
    }

    fn tree_is_list_of_objects(&self) -> bool {
        let mut elements = self.tree.left().peekable();
        elements.peek().is_some() && elements.all(|(_, node)| node.member.kind == JsonKind::Object)
    }

    /// When the response arrived, in whole seconds.
    pub fn at(&self) -> UtcDateTime {
        self.at
    }

    /// The HTTP status, where it is known.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// How long the server asks to wait, by its `Retry-After` header.
    pub fn retry_after(&self) -> Option<Duration> {
        self.header("retry-after").and_then(|value| retry_after(value, self.at))
    }

    /// The text of a string at a path, for an adapter that decides by it; `/` stands between names.
    ///
    /// # Errors
    ///
    /// `Duplicate`, when a member on the path occurs twice.
    pub fn text_at(&mut self, path: &'static str) -> Result<Option<Wiped>> {
        let found = self.find(None, &Path::new(path))?;
        let member = found.and_then(|id| self.tree.node(id)).map(|node| node.member);
        let Some(member) = member.filter(|member| member.kind == JsonKind::String) else { return Ok(None) };
        Ok(plain(member.value.inside().of(self.text.as_str()), member.is_escaped()).ok())
    }

    /// The members of the top level.
    pub(crate) fn members(&self) -> &[Node] {
        self.tree.members()
    }

    pub(crate) fn find(&mut self, from: Option<Id>, path: &Path) -> Result<Option<Id>> {
        self.tree.find(self.text.as_str(), from, path)
    }

    /// The place in the body as it was received.
    pub(crate) fn place(&self, span: Span) -> Span {
        self.origin.place(span)
    }

    /// The same error, with the offset that it has in the body as it was received.
    pub(crate) fn with_place(&self, error: Error) -> Error {
        match error.offset() {
            Some(at) => error.with_offset(self.place(Span::new(at, at)).start()),
            None => error,
        }
    }

    /// What a body without members says in words: plain text, or one JSON string.
    pub(crate) fn words(&self) -> Option<Wiped> {
        let text = self.text.as_str();
        let place = sniffed(text);
        match self.broken.as_ref()?.kind() {
            ErrorKind::Text => Some(Wiped::from(place.of(text).trim_ascii())),
            ErrorKind::Shape => {
                serde_json::from_str::<&serde_json::value::RawValue>(place.of(text)).ok()?;
                let inside = place.of(text).trim_ascii().strip_prefix('"')?.strip_suffix('"')?;
                plain(inside, true).ok()
            }
            _ => None,
        }
    }
}

/// The text of the inside of a JSON string.
pub(crate) fn plain(inside: &str, escaped: bool) -> Result<Wiped, json::LoneSurrogate> {
    if !escaped {
        return Ok(Wiped::from(inside));
    }
    // A character is never longer than its escape.
    let mut text = Wiped::with_capacity(inside.len());
    if text.unescape(inside) { Ok(text) } else { Err(json::LoneSurrogate) }
}

/// What the first bytes say of a body that is no text.
fn magic(bytes: &[u8]) -> Option<ErrorKind> {
    match bytes {
        // a JSON object: nearly all
        [b'{', 1..=u8::MAX, ..] => None,
        // gzip, zstd, and the three headers that zlib writes
        [0x1F, 0x8B, ..] | [0x28, 0xB5, 0x2F, 0xFD, ..] | [0x78, 0x01 | 0x9C | 0xDA, ..] => {
            Some(ErrorKind::Compressed)
        }
        // UTF-16, with and without its mark
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, _, ..] | [_, 0, ..] => Some(ErrorKind::NotUtf8),
        _ if bytes.trim_ascii().is_empty() => Some(ErrorKind::Empty),
        _ => None,
    }
}

/// The body without its byte order mark, a guard against script inclusion, and the sign of a fragment or query.
fn sniffed(text: &str) -> Span {
    let body = inside(text.as_bytes());
    Span::new(text.len().saturating_sub(body.len()), text.len())
}

/// What is left of a body once it is sniffed.
fn inside(body: &[u8]) -> &[u8] {
    const GUARDS: [&[u8]; 5] = [b")]}',", b")]}'", b"while(1);", b"for(;;);", b"&&&START&&&"];
    let body = body.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(body);
    let body = GUARDS.iter().find_map(|guard| body.strip_prefix(*guard)).unwrap_or(body);
    match body.trim_ascii_start() {
        [b'#' | b'?', rest @ ..] if begins_form(rest) => rest,
        body => body,
    }
}

enum Shape {
    Json,
    /// JSON in the call of a function, or plain text.
    Padded,
    Form,
    Xml,
    Other(ErrorKind),
}

impl Shape {
    fn of(body: &str) -> Self {
        match body.as_bytes().first() {
            None => Self::Other(ErrorKind::Empty),
            Some(b'{' | b'[') => Self::Json,
            Some(b'"') => Self::Other(ErrorKind::Shape),
            Some(b'<') if is_page(body) => Self::Other(ErrorKind::Html),
            Some(b'<') => Self::Xml,
            _ if begins_form(body.as_bytes()) => Self::Form,
            _ => Self::Padded,
        }
    }
}

/// Whether a body is read as a form. For the command line, which shows bodies that nobody understood.
#[doc(hidden)]
pub fn is_form(body: &[u8]) -> bool {
    begins_form(inside(body))
}

/// Whether a body begins with a name and `=`, and not only ends in `=`, as base64 does.
fn begins_form(body: &[u8]) -> bool {
    let of_name = |byte: &&u8| byte.is_ascii_alphanumeric() || b"_-.~%+[]:@".contains(byte);
    let name = body.iter().take_while(of_name).count();
    let unpadded = body.trim_ascii_end().iter().rev().skip_while(|byte| **byte == b'=').count();
    name > 0 && name < unpadded && body.get(name) == Some(&b'=')
}

fn is_page(body: &str) -> bool {
    let begins = |word: &str| body.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    ["<!doctype html", "<html", "<head", "<body"].into_iter().any(begins)
}

/// The place of the object in `callback({…});`.
fn padding(text: &str, place: Span) -> Option<Span> {
    let body = place.of(text);
    let call = body.strip_prefix("/**/").unwrap_or(body).trim_ascii_start();
    let of_name = |c: char| c.is_ascii_alphanumeric() || "_$.".contains(c);
    let inside = call.trim_start_matches(of_name).trim_ascii_start().strip_prefix('(')?;
    let end = inside.trim_ascii_end();
    let end = end.strip_suffix(';').unwrap_or(end).trim_ascii_end().strip_suffix(')')?;
    let start = text.len().saturating_sub(inside.len());
    end.trim_ascii_start().starts_with('{').then(|| Span::new(start, start.saturating_add(end.len())))
}

fn text_error(place: Span) -> Error {
    Error::new(ErrorKind::Text).with_offset(place.start())
}

/// The wait of a `Retry-After` header: seconds, or until a date.
fn retry_after(value: &str, at: UtcDateTime) -> Option<Duration> {
    match date::parse(value, None) {
        Some(date::Dated::At(until)) => {
            let seconds = u64::try_from(seconds_between(at, until)).unwrap_or(0);
            Some(Duration::from_secs(seconds))
        }
        _ => value.trim_ascii().parse().ok().map(Duration::from_secs),
    }
}
