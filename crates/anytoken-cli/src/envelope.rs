//! A line of a batch: a response in its envelope.

use anytoken::{ErrorKind, JsonKind, json_members, json_text};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD_PAD_INDIFFERENT, URL_SAFE_PAD_INDIFFERENT};
use serde::de::IgnoredAny;

use crate::block::Terms;
use crate::buffer::Buffer;
use crate::input::without_mark;
use crate::instant;
use crate::invalid::Invalid;
use crate::json_text::Text;
use crate::members;
use crate::response::{Body, DecodeRequest};

/// The members of an envelope as JSON, borrowed from the line. Unknown members are ignored.
#[derive(Default)]
pub(crate) struct Envelope<'a> {
    id: Option<&'a str>,
    format: Option<&'a str>,
    received_at: Option<&'a str>,
    status: Option<&'a str>,
    content_type: Option<&'a str>,
    headers: Option<&'a str>,
    body: Option<&'a str>,
    body_base64: Option<&'a str>,
    /// The name that occurs twice.
    twice: Option<&'static str>,
}

/// The levels of a line: its own, and the 128 of a member, be it a response or an id.
const LEVELS: u32 = 129;

/// The most bytes of an id, which each answer repeats: 64 KiB.
const LONGEST_ID: usize = 1 << 16;

impl<'a> Envelope<'a> {
    /// Parses a line. Members before an error are kept, so that the answer has the line's id.
    pub(crate) fn read(line: &'a [u8]) -> (Self, Result<(), Invalid>) {
        let mut envelope = Self::default();
        let read = envelope.fill(line);
        (envelope, read)
    }

    fn fill(&mut self, line: &'a [u8]) -> Result<(), Invalid> {
        let line = simdutf8::basic::from_utf8(line)
            .map_err(|_| Invalid::line(ErrorKind::NotUtf8, "the line is not UTF-8"))?;
        if line.trim_ascii().is_empty() {
            return Err(Invalid::line(ErrorKind::Empty, "the line is empty"));
        }
        match json_members(line, LEVELS, |name, value| self.put(name, value)) {
            Ok(JsonKind::Object) => {}
            Err((ErrorKind::Limit, _)) => {
                return Err(Invalid::line(ErrorKind::Limit, "the line has more than 129 levels"));
            }
            Err(_) if serde_json::from_str::<IgnoredAny>(line).is_err() => {
                return Err(Invalid::line(ErrorKind::Syntax, "the line is not valid JSON"));
            }
            _ => return Err(Invalid::line(ErrorKind::Shape, "the line is not one JSON object")),
        }
        match self.twice {
            Some(name) => Err(Invalid {
                field: Some(name.to_owned()),
                ..Invalid::line(ErrorKind::Duplicate, &format!("{name} occurs twice"))
            }),
            None if self.id.is_some_and(|id| id.len() > LONGEST_ID) => Err(Invalid {
                kind: ErrorKind::Limit.as_str(),
                ..Invalid::member("id", "id is longer than 64 KiB")
            }),
            None => Ok(()),
        }
    }

    fn put(&mut self, name: &'a str, value: &'a str) {
        // A name with an unpaired surrogate is unknown.
        let Some(name) = Text::of_json(name) else { return };
        let (known, member) = match name.as_str() {
            "id" => ("id", &mut self.id),
            "format" => ("format", &mut self.format),
            "received_at" => ("received_at", &mut self.received_at),
            "status" => ("status", &mut self.status),
            "content_type" => ("content_type", &mut self.content_type),
            "headers" => ("headers", &mut self.headers),
            "body" => ("body", &mut self.body),
            "body_base64" => ("body_base64", &mut self.body_base64),
            _ => return,
        };
        match member {
            None => *member = Some(value),
            Some(_) => self.twice = self.twice.or(Some(known)),
        }
    }

    /// The id as sent, or `None` if it occurs twice or is too long.
    pub(crate) fn id(&self) -> Option<&'a str> {
        self.id.filter(|id| self.twice != Some("id") && id.len() <= LONGEST_ID)
    }

    /// Returns true if the envelope has a body.
    pub(crate) fn has_body(&self) -> bool {
        self.body.or(self.body_base64).is_some()
    }

    /// Returns the response; what the envelope does not say about it is as the terms say.
    pub(crate) fn response<'t: 'a>(&self, terms: &'t Terms) -> Result<DecodeRequest<'a>, Invalid> {
        // A line without a body is mostly a response without an envelope, which lacks the rest, too.
        if !self.has_body() {
            self.body()?;
        }
        let format = text(self.format, "format")?.or(terms.format.as_deref().map(Text::Borrowed));
        let at = match (text(self.received_at, "received_at")?, terms.at) {
            (Some(text), _) => instant::rfc3339(text.as_str()).ok_or_else(|| {
                let message = "received_at is not an RFC 3339 instant, such as 2026-01-31T12:00:00Z";
                Invalid::member("received_at", message)
            })?,
            (None, Some(at)) => at,
            (None, None) => {
                let message = "the line has no received_at: add it, or pass --received-at";
                return Err(Invalid::member("received_at", message));
            }
        };
        Ok(DecodeRequest {
            format,
            at,
            status: self.status()?.or(terms.status),
            content_type: text(self.content_type, "content_type")?,
            headers: self.headers()?,
            body: self.body()?,
        })
    }

    fn status(&self) -> Result<Option<u16>, Invalid> {
        let Some(raw) = given(self.status) else { return Ok(None) };
        let status = raw.parse().ok().filter(|status| (100..=999).contains(status));
        status.map(Some).ok_or_else(|| Invalid::member("status", "status is not a number from 100 to 999"))
    }

    /// The headers. Each value is a string, or a list of strings for a repeated header.
    fn headers(&self) -> Result<Vec<(Text<'a>, Text<'a>)>, Invalid> {
        let invalid = || Invalid::member("headers", "headers is not an object of strings");
        let Some(raw) = given(self.headers) else { return Ok(Vec::new()) };
        let (mut headers, mut other) = (Vec::new(), false);
        let read = json_members(raw, LEVELS, |name, value| {
            let Some(name) = Text::of_json(name) else { return };
            let mut put = |value| match Text::of_json(value) {
                Some(value) => headers.push((Text::Owned(name.as_str().into()), value)),
                None => other = true,
            };
            if value.starts_with('[') {
                other |= json_members(value, LEVELS, |_, value| put(value)).is_err();
            } else {
                put(value);
            }
        });
        if read != Ok(JsonKind::Object) || other { Err(invalid()) } else { Ok(headers) }
    }

    /// Returns the body.
    pub(crate) fn body(&self) -> Result<Body<'a>, Invalid> {
        match (given(self.body), given(self.body_base64)) {
            (Some(raw), None) => {
                body(raw).ok_or_else(|| Invalid::member("body", "body is not a string, object or array"))
            }
            (None, Some(raw)) => {
                bytes(raw).ok_or_else(|| Invalid::member("body_base64", "body_base64 is not a base64 string"))
            }
            (Some(_), Some(_)) => Err(Invalid::member("body_base64", "body and body_base64 are both given")),
            (None, None) => Err(Invalid::member(
                "body",
                "the line has no body: put a response into one, and its arrival into received_at",
            )),
        }
    }
}

/// Returns the text of a member.
fn text<'a>(raw: Option<&'a str>, name: &'static str) -> Result<Option<Text<'a>>, Invalid> {
    let Some(raw) = given(raw) else { return Ok(None) };
    Text::of_json(raw).map(Some).ok_or_else(|| Invalid::member(name, &format!("{name} is not a string")))
}

/// Returns the JSON of a member, unless it is null.
fn given(raw: Option<&str>) -> Option<&str> {
    raw.filter(|raw| *raw != "null")
}

/// Returns true for an envelope that says when its response arrived: a line of a batch, and no response itself.
pub(crate) fn is_line(text: &[u8]) -> bool {
    const ARRIVAL: &str = "received_at";
    let text = std::str::from_utf8(without_mark(text)).unwrap_or_default();
    // Nearly all responses end here.
    text.contains(ARRIVAL)
        && members::named(text, [ARRIVAL, "body", "body_base64"])
            .is_some_and(|[arrival, body, bytes]| arrival.is_some() && (body.is_some() || bytes.is_some()))
}

/// Returns the body that a JSON string, object or array is.
pub(crate) fn body(raw: &str) -> Option<Body<'_>> {
    if raw.starts_with(['{', '[']) {
        return Some(Body::Borrowed(raw.as_bytes()));
    }
    let inside = raw.strip_prefix('"')?.strip_suffix('"')?;
    if inside.contains('\\') {
        json_text(inside).map(|text| Body::Owned(text.into_bytes().into()))
    } else {
        Some(Body::Borrowed(inside.as_bytes()))
    }
}

/// Returns the body that a JSON string has in base64.
pub(crate) fn bytes<'a>(raw: &str) -> Option<Body<'a>> {
    let text = Text::of_json(raw)?;
    let text = text.as_str();
    let mut bytes = Buffer::zeroed(base64::decoded_len_estimate(text.len()));
    let engine = if text.contains(['-', '_']) { URL_SAFE_PAD_INDIFFERENT } else { STANDARD_PAD_INDIFFERENT };
    let len = engine.decode_slice(text, bytes.as_mut_slice()).ok()?;
    bytes.truncate(len);
    Some(Body::Owned(bytes))
}
