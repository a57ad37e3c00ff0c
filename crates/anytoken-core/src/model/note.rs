//! Notes on oddities of a response.

use std::borrow::Cow;
use std::fmt;

use time::Duration;

use crate::span::Span;

/// An oddity of a response that was decoded in spite of it.
///
/// It is displayed as a sentence that names the member and never a value.
///
/// ```
/// # extern crate anytoken_core as anytoken;
/// use anytoken::Response;
/// use anytoken::dialect::Dialect;
///
/// # let at = time::UtcDateTime::UNIX_EPOCH;
/// let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_in":-1}"#;
/// let decoded = Dialect::OAUTH2.decode(Response::new(body, at))?;
/// assert_eq!(decoded.notes[0].to_string(), "expires_in is -1: the expiry is unknown");
/// assert_eq!(decoded.notes[0].kind.to_string(), "minus_one");
/// # Ok::<(), anytoken::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Note {
    /// The kind of oddity.
    pub kind: NoteKind,
    /// The member's path on the wire, with `/` between names; empty for the whole body. A name that may be a secret is
    /// not in it.
    pub field: Cow<'static, str>,
    /// The member's span in the body as it was received.
    pub at: Span,
}

/// The kind of a [`Note`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NoteKind {
    /// Two members state expiries that differ by at least 60 seconds: an absolute one takes precedence over a lifetime, and
    /// of several of a kind the earliest is used.
    EndsDiffer {
        /// The seconds from the expiry that is used to the one that this member states.
        seconds: i64,
    },
    /// A descriptive member has the wrong type: it is kept as an extra, and its field is empty.
    WrongType,
    /// An expiry is −1: it is unknown.
    MinusOne,
    /// A lifetime is so large that it is decoded as an instant.
    InstantForLifetime,
    /// A date has no zone and its format names none: it is kept as an extra, and its field is empty.
    NoZone,
    /// A date is that of the first day of the year 1, or zero beside another expiry: it is not set, and is kept as an extra.
    ZeroDate,
    /// A number may be in seconds or in milliseconds: it is kept as an extra, and its field is empty.
    UnitUnknown,
    /// A member has the name of an expiry but is not decoded: it is kept as an extra.
    UnreadEnd,
    /// The body has both an error and a token; it is decoded as an error response.
    TokenBesideError,
    /// The error response has no code.
    NoCode,
    /// The server asks for a wait of more than 31 days, which is cut to 31 days.
    LongWait,
    /// The access token was assumed by the name of its member, since no format was named or detected.
    AssumedToken,
    /// The access token is in an envelope that no format names.
    Wrapped,
}

impl NoteKind {
    /// Returns the kind in `snake_case`.
    pub fn as_str(self) -> &'static str {
        self.texts().0
    }

    /// Returns the name of the kind, and the sentence of a note; in one that begins with a blank the member is the subject.
    fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::EndsDiffer { .. } => ("ends_differ", ""),
            Self::WrongType => ("wrong_type", " has the wrong type; kept as an extra"),
            Self::MinusOne => ("minus_one", " is -1: the expiry is unknown"),
            Self::InstantForLifetime => {
                ("instant_for_lifetime", " is too large for a lifetime; decoded as an instant")
            }
            Self::NoZone => ("no_zone", " is a date without a zone; kept as an extra"),
            Self::ZeroDate => ("zero_date", " is a date that is not set; kept as an extra"),
            Self::UnitUnknown => ("unit_unknown", " is a number of an unknown unit; kept as an extra"),
            Self::UnreadEnd => ("unread_end", " may be an expiry but is not decoded; kept as an extra"),
            Self::TokenBesideError => {
                ("token_beside_error", "the body has both an error and a token; using the error")
            }
            Self::NoCode => ("no_code", "the error response has no code"),
            Self::LongWait => ("long_wait", "the server asks for a wait of more than 31 days; using 31 days"),
            Self::AssumedToken => ("assumed_token", " is assumed to be the access token, by its name"),
            Self::Wrapped => ("wrapped", " is in an envelope that no format names"),
        }
    }
}

impl fmt::Display for NoteKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let NoteKind::EndsDiffer { seconds } = self.kind {
            let by = Duration::seconds(seconds).abs();
            return write!(f, "{} disagrees by {by} with the expiry that is used", self.field);
        }
        let (_, sentence) = self.kind.texts();
        f.write_str(if sentence.starts_with(' ') { &self.field } else { "" })?;
        f.write_str(sentence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_sentences() {
        let shown = |kind| Note { kind, field: "expires_in".into(), at: Span::new(0, 0) }.to_string();
        for (kind, sentence) in [
            (
                NoteKind::EndsDiffer { seconds: -799 },
                "expires_in disagrees by 13m19s with the expiry that is used",
            ),
            (NoteKind::WrongType, "expires_in has the wrong type; kept as an extra"),
            (NoteKind::MinusOne, "expires_in is -1: the expiry is unknown"),
            (NoteKind::InstantForLifetime, "expires_in is too large for a lifetime; decoded as an instant"),
            (NoteKind::NoZone, "expires_in is a date without a zone; kept as an extra"),
            (NoteKind::ZeroDate, "expires_in is a date that is not set; kept as an extra"),
            (NoteKind::UnitUnknown, "expires_in is a number of an unknown unit; kept as an extra"),
            (NoteKind::UnreadEnd, "expires_in may be an expiry but is not decoded; kept as an extra"),
            (NoteKind::TokenBesideError, "the body has both an error and a token; using the error"),
            (NoteKind::NoCode, "the error response has no code"),
            (NoteKind::LongWait, "the server asks for a wait of more than 31 days; using 31 days"),
            (NoteKind::AssumedToken, "expires_in is assumed to be the access token, by its name"),
            (NoteKind::Wrapped, "expires_in is in an envelope that no format names"),
        ] {
            assert_eq!(shown(kind), sentence);
        }
    }
}
