//! What is printed for one response.

use std::borrow::Cow;

use anytoken::{Decoded, Note, NoteKind, Outcome, Refusal, Token};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::value::RawValue;

use crate::Exit;
use crate::invalid::Invalid;

/// The answer to one response, on one line of a batch or alone.
pub(crate) struct Answer<'a> {
    pub(crate) id: Option<&'a RawValue>,
    pub(crate) said: Result<&'a Decoded, &'a Invalid>,
    /// Whether secrets are printed as they are.
    pub(crate) reveal: bool,
}

impl Answer<'_> {
    pub(crate) fn exit(&self) -> Exit {
        match self.said.map(|decoded| &decoded.outcome) {
            Ok(Outcome::Granted(_)) => Exit::Granted,
            Ok(Outcome::Refused(_)) => Exit::Refused,
            Err(_) => Exit::NotUnderstood,
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
        match self.said {
            Ok(decoded) => {
                match &decoded.outcome {
                    Outcome::Granted(token) => {
                        map.serialize_entry("outcome", "token")?;
                        map.serialize_entry("token", &Shown { token, reveal })?;
                    }
                    Outcome::Refused(refusal) => {
                        map.serialize_entry("outcome", "error")?;
                        map.serialize_entry("error", &Refused::new(refusal, reveal))?;
                    }
                }
                if !decoded.notes.is_empty() {
                    map.serialize_entry("notes", &List(|| decoded.notes.iter().map(Noted::new)))?;
                }
                if !decoded.related.is_empty() {
                    let shown = || decoded.related.iter().map(|token| Shown { token, reveal });
                    map.serialize_entry("related", &List(shown))?;
                }
            }
            Err(invalid) => {
                map.serialize_entry("outcome", "invalid")?;
                map.serialize_entry("invalid", invalid)?;
            }
        }
        map.end()
    }
}

/// A token in canonical form.
struct Shown<'a> {
    token: &'a Token,
    reveal: bool,
}

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.reveal {
            self.token.exposed().serialize(serializer)
        } else {
            self.token.redacted().serialize(serializer)
        }
    }
}

/// A refusal.
#[derive(Serialize)]
struct Refused<'a> {
    format: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    remedy: &'static str,
    /// Seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after: Option<u64>,
}

impl<'a> Refused<'a> {
    fn new(refusal: &'a Refusal, reveal: bool) -> Self {
        let description = if reveal {
            refusal.description().map(Cow::Borrowed)
        } else {
            refusal.masked_description().map(|text| Cow::Owned(text.to_string()))
        };
        Self {
            format: refusal.format().as_str(),
            code: refusal.code(),
            description,
            uri: refusal.uri(),
            status: refusal.status(),
            remedy: refusal.remedy().as_str(),
            retry_after: refusal.retry_after().map(|wait| wait.as_secs()),
        }
    }
}

/// A note.
#[derive(Serialize)]
struct Noted {
    kind: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    field: &'static str,
    at: [usize; 2],
    #[serde(skip_serializing_if = "Option::is_none")]
    seconds: Option<i64>,
}

impl Noted {
    fn new(note: &Note) -> Self {
        let seconds = match note.kind {
            NoteKind::EndsDiffer { seconds } => Some(seconds),
            _ => None,
        };
        Self { kind: note.kind.as_str(), field: note.field, at: [note.at.start(), note.at.end()], seconds }
    }
}

/// What an iterator gives, as an array.
struct List<F>(F);

impl<T: Serialize, I: Iterator<Item = T>, F: Fn() -> I> Serialize for List<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}
