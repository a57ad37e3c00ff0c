//! The JSON answer to one response.

use std::borrow::Cow;

use anytoken::{Decoded, ErrorResponse, Note, NoteKind, Outcome, Token};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::value::RawValue;

use crate::Exit;
use crate::arrival::Arrival;
use crate::invalid::Invalid;

/// The answer to a line of a batch, or to a single response.
pub(crate) struct Answer<'a> {
    pub(crate) id: Option<&'a RawValue>,
    pub(crate) result: Result<&'a Decoded, &'a Invalid>,
    /// The arrival of the response, if it is not known to who asks.
    pub(crate) arrival: Option<Arrival>,
    /// True to print secrets unmasked.
    pub(crate) reveal: bool,
}

impl Answer<'_> {
    pub(crate) fn exit(&self) -> Exit {
        match self.result.map(|decoded| &decoded.outcome) {
            Ok(Outcome::Token(_)) => Exit::Success,
            Ok(Outcome::ErrorResponse(_)) => Exit::Rejected,
            Err(_) => Exit::Invalid,
        }
    }
}

impl Serialize for Answer<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(id) = self.id {
            map.serialize_entry("id", id)?;
        }
        let reveal = self.reveal;
        match self.result {
            Ok(decoded) => {
                match &decoded.outcome {
                    Outcome::Token(token) => {
                        map.serialize_entry("outcome", "token")?;
                        map.serialize_entry("token", &TokenView { token, reveal })?;
                    }
                    Outcome::ErrorResponse(error_response) => {
                        map.serialize_entry("outcome", "error")?;
                        map.serialize_entry("error", &ErrorView::new(error_response, reveal))?;
                    }
                }
                if !decoded.notes.is_empty() {
                    map.serialize_entry("notes", &List(|| decoded.notes.iter().map(NoteView::new)))?;
                }
                if !decoded.related.is_empty() {
                    let views = || decoded.related.iter().map(|token| TokenView { token, reveal });
                    map.serialize_entry("related", &List(views))?;
                }
            }
            Err(invalid) => {
                map.serialize_entry("outcome", "invalid")?;
                map.serialize_entry("invalid", invalid)?;
            }
        }
        if let Some(arrival) = self.arrival {
            map.serialize_entry("arrival", &arrival)?;
        }
        map.end()
    }
}

/// A token in canonical form.
struct TokenView<'a> {
    token: &'a Token,
    reveal: bool,
}

impl Serialize for TokenView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.reveal {
            self.token.exposed().serialize(serializer)
        } else {
            self.token.redacted().serialize(serializer)
        }
    }
}

/// An error response.
#[derive(Serialize)]
struct ErrorView<'a> {
    format: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    remedy: &'static str,
    /// Seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after: Option<u64>,
}

impl<'a> ErrorView<'a> {
    fn new(error_response: &'a ErrorResponse, reveal: bool) -> Self {
        let [code, description, uri] = if reveal {
            [error_response.code(), error_response.description(), error_response.uri()]
                .map(|text| text.map(Cow::Borrowed))
        } else {
            [
                error_response.masked_code().map(|code| code.to_string()),
                error_response.masked_description().map(|text| text.to_string()),
                error_response.masked_uri().map(|uri| uri.to_string()),
            ]
            .map(|text| text.map(Cow::Owned))
        };
        Self {
            format: error_response.format().as_str(),
            code,
            description,
            uri,
            status: error_response.status(),
            remedy: error_response.remedy().as_str(),
            retry_after: error_response.retry_after().map(|wait| wait.as_secs()),
        }
    }
}

/// A note.
#[derive(Serialize)]
struct NoteView<'n> {
    kind: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    field: &'n str,
    at: [usize; 2],
    #[serde(skip_serializing_if = "Option::is_none")]
    seconds: Option<i64>,
}

impl<'n> NoteView<'n> {
    fn new(note: &'n Note) -> Self {
        let seconds = match note.kind {
            NoteKind::EndsDiffer { seconds } => Some(seconds),
            _ => None,
        };
        Self { kind: note.kind.as_str(), field: &note.field, at: [note.at.start(), note.at.end()], seconds }
    }
}

/// The items of an iterator, as an array.
struct List<F>(F);

impl<T: Serialize, I: Iterator<Item = T>, F: Fn() -> I> Serialize for List<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}
