//! The minimum that every contestant shows of its result.

use anytoken_tests::recorded::AT;
use serde_json::Value;
use time::UtcDateTime;
use time::format_description::well_known::Rfc3339;

/// Receives the result of a call while it lives.
pub(crate) type Show<'s> = &'s mut dyn FnMut(Made<'_>);

/// The result of a call, and its size without its heap.
pub(crate) struct Made<'a> {
    pub(crate) answer: Answer<'a>,
    pub(crate) size: usize,
}

pub(crate) enum Answer<'a> {
    /// The access token or the code of an error response, and the expiry.
    Token(&'a str, End<'a>),
    /// An encoded text.
    Text(&'a str),
    Equal(bool),
}

/// An expiry as the contestant has it.
pub(crate) enum End<'a> {
    Unknown,
    In(i64),
    InText(&'a str),
    OnText(&'a str),
    AtText(&'a str),
    At(UtcDateTime),
}

impl<'a> Made<'a> {
    /// Shows a value that holds a token.
    pub(crate) fn token<T>(_holder: &T, text: &'a str, end: End<'a>) -> Self {
        Self { answer: Answer::Token(text, end), size: size_of::<T>() }
    }

    /// Shows a value that is a text.
    pub(crate) fn text<T>(_holder: &T, text: &'a str) -> Self {
        Self { answer: Answer::Text(text), size: size_of::<T>() }
    }

    pub(crate) fn equal(equal: bool) -> Self {
        Self { answer: Answer::Equal(equal), size: 0 }
    }
}

impl End<'_> {
    /// Seconds since 1970.
    fn epoch(&self) -> Option<i64> {
        let from = AT.unix_timestamp();
        match self {
            Self::Unknown => None,
            Self::In(seconds) => from.checked_add(*seconds),
            Self::InText(seconds) => from.checked_add(seconds.parse().ok()?),
            Self::OnText(epoch) => epoch.parse().ok(),
            Self::AtText(date) => Some(UtcDateTime::parse(date, &Rfc3339).ok()?.unix_timestamp()),
            Self::At(at) => Some(at.unix_timestamp()),
        }
    }
}

/// An answer that outlives its call.
#[derive(PartialEq, Eq)]
pub(crate) enum Kept {
    Token(String, Option<i64>),
    Text(String),
    Equal(bool),
}

impl From<Answer<'_>> for Kept {
    fn from(answer: Answer<'_>) -> Self {
        match answer {
            Answer::Token(text, end) => Self::Token(text.to_owned(), end.epoch()),
            Answer::Text(text) => Self::Text(text.to_owned()),
            Answer::Equal(equal) => Self::Equal(equal),
        }
    }
}

impl Kept {
    /// Returns true if both are the same JSON, in any order of the members.
    pub(crate) fn is_same_json(&self, other: &Self) -> bool {
        let value = |kept: &Self| match kept {
            Self::Text(text) => serde_json::from_str::<Value>(text).ok(),
            _ => None,
        };
        value(self).is_some_and(|ours| value(other) == Some(ours))
    }

    /// The number of lines of a text.
    pub(crate) fn lines(&self) -> Option<usize> {
        match self {
            Self::Text(text) => Some(text.lines().count()),
            _ => None,
        }
    }

    /// Returns true if both are texts that need no comparison.
    pub(crate) fn are_texts(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Text(_), Self::Text(_)))
    }
}
