//! The least that every contestant tells of a body.

use anytoken_tests::response::AT;
use time::UtcDateTime;

/// Takes the access token, or the code of a refusal, and the end.
pub(crate) type Tell<'t> = &'t mut dyn FnMut(&str, Ends<'_>);

/// An end as the contestant has it.
pub(crate) enum Ends<'a> {
    Unstated,
    In(i64),
    InText(&'a str),
    OnText(&'a str),
    At(UtcDateTime),
}

impl Ends<'_> {
    /// Seconds since 1970.
    pub(crate) fn epoch(&self) -> Option<i64> {
        let from = AT.unix_timestamp();
        match self {
            Self::Unstated => None,
            Self::In(seconds) => from.checked_add(*seconds),
            Self::InText(seconds) => from.checked_add(seconds.parse().ok()?),
            Self::OnText(epoch) => epoch.parse().ok(),
            Self::At(at) => Some(at.unix_timestamp()),
        }
    }
}

/// What was told, kept.
#[derive(Clone)]
pub(crate) struct Said {
    pub(crate) text: String,
    pub(crate) epoch: Option<i64>,
}

impl Said {
    pub(crate) fn new(text: &str, ends: &Ends<'_>) -> Self {
        Self { text: text.to_owned(), epoch: ends.epoch() }
    }

    pub(crate) fn agrees(&self, other: &Self) -> bool {
        self.text == other.text && self.epoch == other.epoch
    }
}
