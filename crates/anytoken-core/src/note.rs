//! What was odd and understood all the same.

use crate::Span;

/// Something odd in a response that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What is odd.
    pub kind: NoteKind,
    /// The member, by its path on the wire with `/` between names; empty for the body as a whole.
    pub field: &'static str,
    /// Where it stands: bytes of the body as it was received.
    pub at: Span,
}

/// What can be odd.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoteKind {
    /// The absolute end and the lifetime differ by this many seconds (60 at least); the absolute end holds.
    EndsDiffer {
        /// The lifetime's end less the absolute one.
        seconds: i64,
    },
    /// A describing member has a type that cannot hold its meaning: it is among the extras, and its slot empty.
    WrongType,
    /// A lifetime of −1 says that the end is not known.
    MinusOne,
    /// A lifetime is so large that it is an instant.
    InstantForLifetime,
    /// A date has no zone and its format names none: it is among the extras, and its slot empty.
    NoZone,
    /// A refusal stands beside a token; the refusal holds.
    TokenBesideRefusal,
    /// The refusal is known by its status alone.
    NoCode,
}

impl NoteKind {
    /// The kind in `snake_case`, as the command line prints it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::EndsDiffer { .. } => "ends_differ",
            Self::WrongType => "wrong_type",
            Self::MinusOne => "minus_one",
            Self::InstantForLifetime => "instant_for_lifetime",
            Self::NoZone => "no_zone",
            Self::TokenBesideRefusal => "token_beside_refusal",
            Self::NoCode => "no_code",
        }
    }
}
