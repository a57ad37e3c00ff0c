//! How one instant is encoded.

use time::{UtcDateTime, UtcOffset, format_description::well_known::Rfc3339};

use crate::date::{self, Dated};
use crate::lifetime::seconds_between;
use crate::number::Number;
use crate::path::Names;
use crate::{ErrorKind, NoteKind, Path, Paths};

/// A member that states an instant, and how it is encoded.
///
/// Numbers are read as numbers and as text alike; [`text`](Self::text) says which of them is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    paths: Paths,
    reads: Reads,
    writes: Writes,
    read_only: bool,
    as_text: bool,
    zone: Option<UtcOffset>,
    silent: &'static [&'static str],
    from_issue: bool,
    /// The largest lifetime in seconds; a larger number is in milliseconds.
    most: Option<i64>,
    any_size: bool,
}

/// What a number in the member means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reads {
    /// A lifetime from receipt, in units of which so many powers of ten make a second.
    Lifetime(i32),
    /// An instant: seconds since 1970, or milliseconds by their size.
    Instant,
    /// An instant in milliseconds since 1970.
    InstantMilliseconds,
    /// A lifetime below 10^9, an instant from there on.
    BySize,
}

/// What is written into the member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Writes {
    Seconds,
    Milliseconds,
    Epoch,
    EpochMilliseconds,
    Rfc3339,
    MonthFirst,
}

/// What a member says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// Nothing: it is null, blank, or a word for nothing.
    Nothing,
    /// That the end is not known, or so that it cannot be known; the member is an extra.
    Unstated(NoteKind),
    /// Zero: what that means is for the slot to say.
    Zero,
    /// This instant, in seconds since 1970, as a lifetime or absolute.
    At { at: i64, lifetime: bool, note: Option<NoteKind> },
}

/// The smallest number of a lifetime that is an instant in seconds.
const INSTANT: i64 = 1_000_000_000;
/// The smallest instant that is in milliseconds.
const MILLISECONDS: i64 = 100_000_000_000;
/// The smallest instant whose unit cannot be told.
const UNKNOWN_UNIT: i64 = 100_000_000_000_000;

impl Time {
    const fn new(paths: Paths, reads: Reads, writes: Writes) -> Self {
        Self {
            paths,
            reads,
            writes,
            read_only: false,
            as_text: false,
            zone: None,
            silent: &[],
            from_issue: false,
            most: None,
            any_size: false,
        }
    }

    /// A lifetime in seconds from receipt; written as a number.
    pub const fn seconds(paths: Paths) -> Self {
        Self::new(paths, Reads::Lifetime(0), Writes::Seconds)
    }

    /// A lifetime in milliseconds from receipt; written as a number.
    pub const fn milliseconds(paths: Paths) -> Self {
        Self::new(paths, Reads::Lifetime(-3), Writes::Milliseconds)
    }

    /// An instant in any form; written as seconds since 1970.
    pub const fn epoch(paths: Paths) -> Self {
        Self::new(paths, Reads::Instant, Writes::Epoch)
    }

    /// An instant in milliseconds since 1970.
    pub const fn epoch_milliseconds(paths: Paths) -> Self {
        Self::new(paths, Reads::InstantMilliseconds, Writes::EpochMilliseconds)
    }

    /// An instant in any form; written in that of RFC 3339.
    pub const fn rfc3339(paths: Paths) -> Self {
        Self::new(paths, Reads::Instant, Writes::Rfc3339)
    }

    /// An instant in any form; written as `MM/dd/yyyy HH:mm:ss +00:00`.
    pub const fn month_first(paths: Paths) -> Self {
        Self::new(paths, Reads::Instant, Writes::MonthFirst)
    }

    /// A lifetime in seconds or an instant, told apart by size; written as a lifetime.
    pub const fn by_size(paths: Paths) -> Self {
        Self::new(paths, Reads::BySize, Writes::Seconds)
    }

    /// The number is written as text.
    pub const fn text(mut self) -> Self {
        self.as_text = true;
        self
    }

    /// The member is read, and written only where no other can be.
    pub const fn read_only(mut self) -> Self {
        self.read_only = true;
        self
    }

    /// A date without a zone is in this one; without it such a date says nothing.
    pub const fn zone(mut self, zone: UtcOffset) -> Self {
        self.zone = Some(zone);
        self
    }

    /// Words that say nothing.
    pub const fn silent(mut self, words: &'static [&'static str]) -> Self {
        self.silent = words;
        self
    }

    /// A lifetime that counts from when the token was issued, where the response says so, and not from receipt.
    pub const fn from_issue(mut self) -> Self {
        self.from_issue = true;
        self
    }

    /// A lifetime that is in milliseconds where it is larger than so many seconds.
    pub const fn milliseconds_above(mut self, seconds: i64) -> Self {
        self.most = Some(seconds);
        self
    }

    /// A lifetime however large it is, never an instant.
    pub const fn of_any_size(mut self) -> Self {
        self.any_size = true;
        self
    }

    pub(crate) fn counts_from_issue(&self) -> bool {
        self.from_issue
    }

    pub(crate) fn paths(&self) -> &'static [Path] {
        self.paths.list()
    }

    /// The set of the names that its paths begin with.
    #[inline]
    pub(super) fn names(&self) -> Names {
        self.paths.names()
    }

    pub(crate) fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Reads a number, or a text that may be one, received at so many seconds since 1970.
    pub(crate) fn read(&self, text: &str, at: i64, longest: usize) -> Result<Told, ErrorKind> {
        let text = text.trim_ascii();
        if text.is_empty() || self.silent.contains(&text) {
            return Ok(Told::Nothing);
        }
        let of_number = |byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
        let number = if !text.bytes().all(of_number) {
            None
        } else if text.len() > longest {
            return Err(ErrorKind::Limit);
        } else {
            Number::parse(text)
        };
        let told = match number {
            Some(number) => self.read_number(number, at),
            None => self.read_date(text),
        };
        told.ok_or(ErrorKind::Invalid)
    }

    /// The instant of a whole number that says nothing out of the ordinary, and whether it was a lifetime; `None` of any
    /// other.
    #[inline(always)]
    pub(crate) fn read_whole(&self, whole: i64, at: i64) -> Option<(i64, bool)> {
        if !self.silent.is_empty() || self.most.is_some_and(|most| whole > most) {
            return None;
        }
        let (seconds, lifetime) = match (self.reads, whole) {
            (Reads::Lifetime(0) | Reads::BySize, 1..INSTANT) => (at.checked_add(whole)?, true),
            (Reads::Instant | Reads::BySize, INSTANT..MILLISECONDS) => (whole, false),
            _ => return None,
        };
        Some((bounded(seconds)?, lifetime))
    }

    fn read_number(&self, number: Number, at: i64) -> Option<Told> {
        let whole = number.floor(0)?;
        let lifetime = |shift| lifetime(number, shift, at);
        match self.reads {
            Reads::Lifetime(0) if self.most.is_some_and(|most| whole > most) => lifetime(-3),
            Reads::Lifetime(0) if whole >= INSTANT && !self.any_size => {
                let note = Some(NoteKind::InstantForLifetime);
                Some(Told::At { at: instant(number, whole)?, lifetime: false, note })
            }
            Reads::Lifetime(shift) => lifetime(shift),
            Reads::BySize if whole < INSTANT => lifetime(0),
            Reads::Instant | Reads::BySize => {
                Some(Told::At { at: instant(number, whole)?, lifetime: false, note: None })
            }
            Reads::InstantMilliseconds => {
                let seconds = number.floor(-3).filter(|seconds| *seconds >= INSTANT)?;
                Some(Told::At { at: bounded(seconds)?, lifetime: false, note: None })
            }
        }
    }

    fn read_date(&self, text: &str) -> Option<Told> {
        let at = match self.reads {
            Reads::Lifetime(_) | Reads::BySize => date::rfc3339(text)?,
            Reads::Instant | Reads::InstantMilliseconds => match date::parse(text, self.zone)? {
                Dated::At(at) => at,
                Dated::NoZone => return Some(Told::Unstated(NoteKind::NoZone)),
            },
        };
        Some(Told::At { at: bounded(at.unix_timestamp())?, lifetime: false, note: None })
    }

    /// The JSON that says `end`.
    ///
    /// A number that would be read as anything else (a lifetime of −1, one of zero where that means no end, one so
    /// large that it is an instant) gives way to RFC 3339, which every member is read in.
    pub(crate) fn write(
        &self,
        end: UtcDateTime,
        at: UtcDateTime,
        zero: Option<UtcDateTime>,
    ) -> Option<String> {
        let quoted = |text: String| format!("\"{text}\"");
        let rfc3339 = || end.format(&Rfc3339).ok().map(quoted);
        let seconds = seconds_between(at, end);
        let number = match self.writes {
            Writes::Rfc3339 => return rfc3339(),
            Writes::MonthFirst => return month_first(end).map(quoted),
            Writes::Seconds => seconds,
            Writes::Milliseconds => seconds.checked_mul(1000)?,
            Writes::Epoch => end.unix_timestamp(),
            Writes::EpochMilliseconds => end.unix_timestamp().checked_mul(1000)?,
        };
        let number = number.to_string();
        let reads_back = match self.read(&number, at.unix_timestamp(), usize::MAX) {
            Ok(Told::At { at, .. }) => at == end.unix_timestamp(),
            Ok(Told::Zero) => zero == Some(end),
            _ => false,
        };
        match reads_back {
            true if self.as_text => Some(quoted(number)),
            true => Some(number),
            false => rfc3339(),
        }
    }
}

fn lifetime(number: Number, shift: i32, at: i64) -> Option<Told> {
    if number.is(0) {
        return Some(Told::Zero);
    }
    if number.is(-1) {
        return Some(Told::Unstated(NoteKind::MinusOne));
    }
    let end = at.checked_add(number.floor(shift)?)?;
    Some(Told::At { at: bounded(end)?, lifetime: true, note: None })
}

/// The instant of a number: seconds, or milliseconds by its size.
fn instant(number: Number, whole: i64) -> Option<i64> {
    match whole {
        INSTANT..MILLISECONDS => bounded(whole),
        MILLISECONDS..UNKNOWN_UNIT => bounded(number.floor(-3)?),
        _ => None,
    }
}

/// An instant that a token may state: from 1970 to 9999.
fn bounded(seconds: i64) -> Option<i64> {
    /// The last second of the year 9999.
    const LAST: i64 = 253_402_300_799;
    (0..=LAST).contains(&seconds).then_some(seconds)
}

fn month_first(at: UtcDateTime) -> Option<String> {
    let form =
        time::format_description::parse_borrowed::<2>("[month]/[day]/[year] [hour]:[minute]:[second] +00:00");
    at.format(&form.ok()?).ok()
}
