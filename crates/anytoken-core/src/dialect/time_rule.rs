//! The encoding of an instant.

use time::{UtcDateTime, UtcOffset};

use crate::error::ErrorKind;
use crate::input::Limits;
use crate::json::{FieldPath, FieldPaths, NameSet};
use crate::model::NoteKind;
use crate::value::{Number, ParsedDate, Stamp, date};

/// The paths of an instant and its encoding on the wire.
///
/// A number is decoded both as a JSON number and as text; [`text`](Self::text) selects the one to encode.
///
/// Two rules of one instant with the same path do not compile:
///
/// ```compile_fail,E0080
/// # extern crate anytoken_core as anytoken;
/// use anytoken::dialect::{Dialect, Evidence, TimeRule, paths};
///
/// const ACME: Dialect = Dialect::oauth2("acme", "Acme", Evidence::Documented)
///     .expires_at(&[TimeRule::seconds(paths!["end"]), TimeRule::rfc3339(paths!["expires_at", "end"])]);
/// let acme = ACME;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeRule {
    paths: FieldPaths,
    reads: Reads,
    writes: Writes,
    read_only: bool,
    as_text: bool,
    zone: Option<UtcOffset>,
    /// The meaning of special values.
    when: &'static [(&'static str, Special)],
    /// The meaning of no value at all.
    absent: Option<Special>,
    from_issue: bool,
    /// The largest lifetime in seconds; a larger number is in milliseconds.
    most: i64,
    any_size: bool,
    /// True if an ordinary integer may have a meaning other than its size says.
    has_odd_integers: bool,
    /// The lifetimes whose unit is known.
    known: Known,
    /// True if a number that lies more than ten years ahead may be a lifetime in milliseconds.
    is_bounded: bool,
    /// True if the name is only guessed to be that of an instant: a value that cannot be decoded is no error.
    is_guess: bool,
}

/// The lifetimes whose unit is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    /// All of them.
    All,
    /// Those up to a day, and whole days up to a leap year: others may be in milliseconds.
    Days,
    /// Those up to a day that are not round numbers of milliseconds.
    Short,
    /// None: a number is an instant, or nothing.
    None,
}

/// The meaning of a special value of a time, or of its absence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Special {
    /// It never comes: the token does not expire.
    Never,
    /// It is unknown, as if the member were absent.
    Unknown,
    /// It comes this many seconds after receipt, or after issue if the rule counts from there.
    Seconds(u32),
}

/// The meaning of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reads {
    /// A lifetime from receipt, in units of ten to this power seconds.
    Lifetime(i32),
    /// An instant in seconds since 1970, or in milliseconds if it is large.
    Instant,
    /// An instant in milliseconds since 1970.
    InstantMilliseconds,
    /// A lifetime below 10^9, else an instant.
    BySize,
    /// Nothing but special values.
    Words,
}

/// The encoding of the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Writes {
    Seconds,
    Milliseconds,
    Epoch,
    EpochMilliseconds,
    Rfc3339,
    MonthFirst,
    Words,
}

/// The meaning of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimeValue {
    /// An absent value: null or blank.
    Nothing,
    /// A special value of the rule.
    Special(Special),
    /// A value that leaves the instant unknown; the member is kept as an extra.
    Unknown(NoteKind),
    /// A lifetime of zero, whose meaning depends on the field.
    Zero,
    /// An instant of zero, whose meaning depends on the field and on its other members.
    ZeroInstant,
    /// An instant in seconds since 1970, stated as a lifetime or absolutely.
    At { at: i64, lifetime: bool, note: Option<NoteKind> },
}

/// The smallest number that is an instant in seconds and not a lifetime.
const INSTANT: i64 = 1_000_000_000;
/// The smallest number that is an instant in milliseconds, if the rule states this unit.
const INSTANT_IN_MILLISECONDS: i64 = 1_000 * INSTANT;
/// The smallest number that is an instant in milliseconds.
const MILLISECONDS: i64 = 100_000_000_000;
/// The smallest number whose unit cannot be determined.
const UNKNOWN_UNIT: i64 = 10_000_000_000_000;
/// The seconds of a day.
const DAY: i64 = 86_400;
/// The seconds of a leap year.
const YEAR: i64 = 31_622_400;
/// The seconds of ten years: no token that is not made to last for ever lives longer.
const TEN_YEARS: i64 = 10 * YEAR;

impl TimeRule {
    const fn new(paths: FieldPaths, reads: Reads, writes: Writes) -> Self {
        Self {
            paths,
            reads,
            writes,
            read_only: false,
            as_text: false,
            zone: None,
            when: &[],
            absent: None,
            has_odd_integers: false,
            from_issue: false,
            most: i64::MAX,
            any_size: false,
            known: Known::All,
            is_bounded: false,
            is_guess: false,
        }
    }

    /// A lifetime in seconds from receipt.
    pub const fn seconds(paths: FieldPaths) -> Self {
        Self::new(paths, Reads::Lifetime(0), Writes::Seconds)
    }

    /// A lifetime in milliseconds from receipt.
    pub const fn milliseconds(paths: FieldPaths) -> Self {
        Self::new(paths, Reads::Lifetime(-3), Writes::Milliseconds)
    }

    /// An instant, encoded as seconds since 1970.
    pub const fn epoch(paths: FieldPaths) -> Self {
        Self::new(paths, Reads::Instant, Writes::Epoch)
    }

    /// An instant in milliseconds since 1970.
    pub const fn epoch_milliseconds(paths: FieldPaths) -> Self {
        Self::new(paths, Reads::InstantMilliseconds, Writes::EpochMilliseconds)
    }

    /// An instant, encoded in RFC 3339.
    pub const fn rfc3339(paths: FieldPaths) -> Self {
        Self::new(paths, Reads::Instant, Writes::Rfc3339)
    }

    /// An instant, encoded as `MM/dd/yyyy HH:mm:ss +00:00`.
    pub const fn month_first(paths: FieldPaths) -> Self {
        Self::new(paths, Reads::Instant, Writes::MonthFirst)
    }

    /// A lifetime in seconds or an instant, distinguished by size; encoded as a lifetime.
    pub const fn by_size(paths: FieldPaths) -> Self {
        Self::new(paths, Reads::BySize, Writes::Seconds)
    }

    /// A member that states a time only by [special values](Self::when); every other value says nothing. Without a path, the
    /// rule only states the meaning of [absence](Self::when_absent).
    pub const fn words(paths: FieldPaths) -> Self {
        Self::new(paths, Reads::Words, Writes::Words)
    }

    /// Sets the meaning of special values, given as their text: `0`, `-1`, `null` or a word.
    ///
    /// ```
    /// # extern crate anytoken_core as anytoken;
    /// use anytoken::dialect::{Special, TimeRule, paths};
    ///
    /// const EXPIRES: TimeRule = TimeRule::seconds(paths!["expires_in"]).when(&[("0", Special::Never)]);
    /// ```
    pub const fn when(mut self, meanings: &'static [(&'static str, Special)]) -> Self {
        let mut rest = meanings;
        while let [(value, _), tail @ ..] = rest {
            self.has_odd_integers |= matches!(value.as_bytes(), [b'1'..=b'9' | b'+', ..]);
            rest = tail;
        }
        self.when = meanings;
        self
    }

    /// Sets the meaning of the absence of every member of the instant.
    ///
    /// Beside a member whose name hints at an expiry, absence has no documented meaning, so that this does not apply.
    pub const fn when_absent(mut self, meaning: Special) -> Self {
        self.absent = Some(meaning);
        self
    }

    /// Encodes the number as text.
    pub const fn text(mut self) -> Self {
        self.as_text = true;
        self
    }

    /// Encodes the member only if no other member of the instant can be encoded.
    pub const fn read_only(mut self) -> Self {
        self.read_only = true;
        self
    }

    /// Sets the offset of a date without one; without this rule such a date is kept as an extra.
    pub const fn zone(mut self, zone: UtcOffset) -> Self {
        self.zone = Some(zone);
        self
    }

    /// Counts the lifetime from the instant of issue, if the response states it, instead of from receipt.
    pub const fn from_issue(mut self) -> Self {
        self.from_issue = true;
        self
    }

    /// Decodes a lifetime of more than this number of seconds as milliseconds.
    pub const fn milliseconds_above(mut self, seconds: i64) -> Self {
        self.most = seconds;
        self
    }

    /// Decodes even a large number as a lifetime, never as an instant.
    pub const fn of_any_size(mut self) -> Self {
        self.any_size = true;
        self
    }

    /// Returns true if two of some rules have the same path.
    ///
    /// Each rule decodes every value of its member, so that one of them would contradict the other; special values of a
    /// number belong to the rule of the number.
    pub(super) const fn share_a_path(rules: &[Self]) -> bool {
        let mut rest = rules;
        while let [rule, tail @ ..] = rest {
            let mut others = tail;
            while let [other, tail @ ..] = others {
                if rule.paths.share_one(other.paths) {
                    return true;
                }
                others = tail;
            }
            rest = tail;
        }
        false
    }

    /// Reads only lifetimes up to a day, and whole days up to a leap year; others may be in milliseconds.
    pub(super) const fn of_known_unit(self) -> Self {
        self.knowing(Known::Days)
    }

    /// Reads only lifetimes up to a day that are not round numbers of milliseconds.
    pub(super) const fn of_short_lifetimes(self) -> Self {
        self.knowing(Known::Short)
    }

    /// Reads no lifetimes.
    pub(super) const fn of_instants(self) -> Self {
        self.knowing(Known::None)
    }

    /// Reads only numbers that lie at most ten years ahead; others may be lifetimes in milliseconds.
    pub(super) const fn within_ten_years(mut self) -> Self {
        self.is_bounded = true;
        self
    }

    const fn knowing(mut self, known: Known) -> Self {
        self.known = known;
        self.has_odd_integers = true;
        self
    }

    /// Notes a value that cannot be decoded instead of failing.
    pub(super) const fn guessed(mut self) -> Self {
        self.is_guess = true;
        self
    }

    /// Returns true if a value that cannot be decoded is no error.
    pub(super) fn is_guess(&self) -> bool {
        self.is_guess
    }

    /// Returns the meaning of a special value.
    pub(super) fn special(&self, text: &str) -> Option<Special> {
        self.when.iter().find(|(value, _)| *value == text).map(|(_, meaning)| *meaning)
    }

    /// Returns the meaning of the absence of every member.
    pub(super) fn absence(&self) -> Option<Special> {
        self.absent
    }

    /// Returns the special values that mean never.
    pub(super) fn words_for_never(&self) -> impl Iterator<Item = &'static str> {
        self.when.iter().filter(|(_, meaning)| *meaning == Special::Never).map(|(value, _)| *value)
    }

    /// Returns true if the member states a time only by special values.
    pub(super) fn has_only_words(&self) -> bool {
        self.reads == Reads::Words
    }

    pub(crate) fn counts_from_issue(&self) -> bool {
        self.from_issue
    }

    pub(crate) fn paths(&self) -> &'static [FieldPath] {
        self.paths.list()
    }

    /// Returns the set of the first names of its paths.
    #[inline]
    pub(super) fn names(&self) -> NameSet {
        self.paths.names()
    }

    pub(crate) fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Decodes a number or text that is an instant by itself.
    #[doc(hidden)]
    pub fn instant(&self, text: &str) -> Option<UtcDateTime> {
        match self.read(text, 0, Limits::default().number) {
            Ok(TimeValue::At { at, .. }) => UtcDateTime::from_unix_timestamp(at).ok(),
            _ => None,
        }
    }

    /// Encodes the second of an instant as JSON.
    #[doc(hidden)]
    pub fn instant_json(&self, at: UtcDateTime) -> Option<String> {
        let (stamp, is_text) = self.write(at.unix_timestamp(), 0, false)?;
        let quote = if is_text { "\"" } else { "" };
        Some([quote, stamp.as_str(), quote].concat())
    }

    /// Decodes a number or text that was received at `at` seconds since 1970.
    pub(crate) fn read(&self, text: &str, at: i64, longest: usize) -> Result<TimeValue, ErrorKind> {
        let text = text.trim_ascii();
        if text.is_empty() {
            return Ok(TimeValue::Nothing);
        }
        // The word `null` in quotes is not JSON's null.
        if let Some(meaning) = self.special(text).filter(|_| text != "null") {
            return Ok(TimeValue::Special(meaning));
        }
        if self.has_only_words() {
            return Ok(TimeValue::Nothing);
        }
        if let Some(date) = date::plain(text) {
            return dated(date).ok_or(ErrorKind::Invalid);
        }
        let value = match parse_number(text, longest)? {
            Some(_)
                if text.len() == date::COMPACT_LENGTH
                    && self.may_be_compact_date()
                    && let Some(date) = date::compact(text, self.zone) =>
            {
                dated(date)
            }
            Some(number) => self.read_number(number, at),
            None => match without_unit(text).filter(|_| self.has_lifetimes()) {
                Some(number) => parse_number(number, longest)?.and_then(|number| lifetime(number, 0, at)),
                None => self.read_date(text),
            },
        };
        value.map(|value| self.or_special(value)).ok_or(ErrorKind::Invalid)
    }

    /// Replaces a value by the special one that may be written in another way, such as `0.0`.
    fn or_special(&self, value: TimeValue) -> TimeValue {
        let special = match value {
            TimeValue::Zero | TimeValue::ZeroInstant => self.special("0"),
            TimeValue::Unknown(NoteKind::MinusOne) => self.special("-1"),
            _ => None,
        };
        special.map_or(value, TimeValue::Special)
    }

    /// Returns true if the value may be a lifetime.
    fn has_lifetimes(&self) -> bool {
        matches!(self.reads, Reads::Lifetime(_) | Reads::BySize)
    }

    /// Returns true if fourteen digits may be a date: the rule does not say in which unit a number of this size is.
    fn may_be_compact_date(&self) -> bool {
        match self.reads {
            Reads::Lifetime(0) => !self.any_size && self.most == i64::MAX,
            Reads::Instant | Reads::BySize => true,
            Reads::Lifetime(_) | Reads::InstantMilliseconds | Reads::Words => false,
        }
    }

    /// Fast path: decodes an ordinary integer into an instant, and true if it is a lifetime.
    ///
    /// Returns `None` for all values that need [`read`](Self::read).
    #[inline(always)]
    pub(super) fn read_integer(&self, integer: i64, at: i64) -> Option<(i64, bool)> {
        let (seconds, is_lifetime) = match (self.reads, integer) {
            (Reads::Lifetime(0) | Reads::BySize, 1..INSTANT) => (at.checked_add(integer)?, true),
            (Reads::Instant | Reads::BySize, INSTANT..MILLISECONDS) => (integer, false),
            (Reads::InstantMilliseconds, INSTANT_IN_MILLISECONDS..) => (integer.checked_div(1_000)?, false),
            _ => return None,
        };
        let is_ordinary = !self.has_odd_integers && integer <= self.most;
        bounded(seconds).filter(|_| is_ordinary && !self.is_too_far(seconds, at)).map(|at| (at, is_lifetime))
    }

    /// Returns true if a number states an instant that is too far ahead to be meant.
    #[inline(always)]
    fn is_too_far(&self, end: i64, at: i64) -> bool {
        self.is_bounded && end.saturating_sub(at) > TEN_YEARS
    }

    fn read_number(&self, number: Number, at: i64) -> Option<TimeValue> {
        match self.read_by_size(number, at)? {
            TimeValue::At { at: end, .. } if self.is_too_far(end, at) => {
                Some(TimeValue::Unknown(NoteKind::UnitUnknown))
            }
            value => Some(value),
        }
    }

    fn read_by_size(&self, number: Number, at: i64) -> Option<TimeValue> {
        let integer = number.floor(0)?;
        match self.reads {
            Reads::Lifetime(0) if integer > self.most => lifetime(number, -3, at),
            Reads::Lifetime(0) if integer >= INSTANT && !self.any_size => {
                stated(instant(number, integer)?, Some(NoteKind::InstantForLifetime))
            }
            Reads::Lifetime(0) | Reads::BySize if integer < INSTANT && self.has_unknown_unit(integer) => {
                Some(TimeValue::Unknown(NoteKind::UnitUnknown))
            }
            Reads::Lifetime(shift) => lifetime(number, shift, at),
            Reads::BySize if integer < INSTANT => lifetime(number, 0, at),
            Reads::Instant | Reads::BySize | Reads::InstantMilliseconds if integer < INSTANT => unset(number),
            Reads::Instant | Reads::BySize => stated(instant(number, integer)?, None),
            Reads::InstantMilliseconds => {
                stated(number.floor(-3).filter(|seconds| *seconds >= INSTANT)?, None)
            }
            Reads::Words => Some(TimeValue::Nothing),
        }
    }

    /// Returns true if a lifetime may be in milliseconds.
    fn has_unknown_unit(&self, lifetime: i64) -> bool {
        /// The longest lifetime of a round number of milliseconds that is more likely one of seconds.
        const ROUND: i64 = 7_200;
        let is_multiple = |of: i64| lifetime.checked_rem(of) == Some(0);
        match self.known {
            Known::All => false,
            Known::Days => lifetime > DAY && !(is_multiple(DAY) && lifetime <= YEAR),
            Known::Short => lifetime > DAY || lifetime > ROUND && is_multiple(1_000) && !is_multiple(3_600),
            Known::None => true,
        }
    }

    fn read_date(&self, text: &str) -> Option<TimeValue> {
        dated(match self.reads {
            Reads::Words => return Some(TimeValue::Nothing),
            Reads::Lifetime(_) => date::rfc3339(text)?,
            Reads::Instant | Reads::InstantMilliseconds | Reads::BySize => date::parse(text, self.zone)?,
        })
    }

    /// Encodes the instant `end`, in RFC 3339 if `as_instant`, and returns true if the text is to be a string.
    ///
    /// A number that this rule does not decode to the instant (a lifetime of −1, or one so large that it is an instant)
    /// is replaced by RFC 3339 as well, which every rule decodes. What zero means is not known here. Instants are in
    /// seconds since 1970; those after the year 9999 are not encoded.
    pub(crate) fn write(&self, end: i64, at: i64, as_instant: bool) -> Option<(Stamp, bool)> {
        let date =
            |end| UtcDateTime::from_unix_timestamp(end).ok().filter(|at| (0..=9999).contains(&at.year()));
        let rfc3339 = || Some((Stamp::rfc3339(date(end)?), true));
        let seconds = end.saturating_sub(at);
        let number = match self.writes {
            Writes::Words => return None,
            _ if as_instant => return rfc3339(),
            Writes::Rfc3339 => return rfc3339(),
            Writes::MonthFirst => return Some((Stamp::month_first(date(end)?), true)),
            Writes::Seconds => seconds,
            Writes::Milliseconds => seconds.checked_mul(1000)?,
            Writes::Epoch => end,
            Writes::EpochMilliseconds => end.checked_mul(1000)?,
        };
        let stamp = Stamp::number(number);
        let is_decoded = self.read_integer(number, at).is_some_and(|(decoded, _)| decoded == end)
            || match self.read(stamp.as_str(), at, usize::MAX) {
                Ok(TimeValue::At { at, .. }) => at == end,
                Ok(TimeValue::Zero | TimeValue::Special(Special::Seconds(_))) => true,
                _ => false,
            };
        if is_decoded { Some((stamp, self.as_text)) } else { rfc3339() }
    }
}

fn lifetime(number: Number, shift: i32, at: i64) -> Option<TimeValue> {
    if number.is(0) {
        return Some(TimeValue::Zero);
    }
    if number.is(-1) {
        return Some(TimeValue::Unknown(NoteKind::MinusOne));
    }
    let end = at.checked_add(number.floor(shift)?)?;
    Some(TimeValue::At { at: bounded(end)?, lifetime: true, note: None })
}

/// Returns the meaning of a number that is too small for an instant.
fn unset(number: Number) -> Option<TimeValue> {
    let is_zero_date = |shift| number.floor(shift).is_some_and(date::is_zero);
    if number.is(0) {
        Some(TimeValue::ZeroInstant)
    } else if number.is(-1) {
        Some(TimeValue::Unknown(NoteKind::MinusOne))
    } else {
        [0, -3].into_iter().any(is_zero_date).then_some(TimeValue::Unknown(NoteKind::ZeroDate))
    }
}

/// Returns an instant from 1970 to 9999 that is stated absolutely; `None` for any other.
fn stated(at: i64, note: Option<NoteKind>) -> Option<TimeValue> {
    Some(TimeValue::At { at: bounded(at)?, lifetime: false, note })
}

fn dated(date: ParsedDate) -> Option<TimeValue> {
    match date {
        ParsedDate::At(at) => stated(at, None),
        ParsedDate::NoZone => Some(TimeValue::Unknown(NoteKind::NoZone)),
        ParsedDate::Zero => Some(TimeValue::Unknown(NoteKind::ZeroDate)),
    }
}

/// Parses a number; one of more than `longest` characters is an error.
fn parse_number(text: &str, longest: usize) -> Result<Option<Number>, ErrorKind> {
    let of_number = |byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
    match text.len() > longest && text.bytes().all(of_number) {
        true => Err(ErrorKind::Limit),
        false => Ok(Number::parse(text)),
    }
}

/// Returns the number before a unit of seconds, `None` if a text states no unit.
fn without_unit(text: &str) -> Option<&str> {
    const UNITS: [&str; 5] = ["seconds", "second", "secs", "sec", "s"];
    let number = UNITS.into_iter().find_map(|unit| text.strip_suffix(unit))?.trim_ascii_end();
    number.ends_with(|c: char| c.is_ascii_digit()).then_some(number)
}

/// Returns the instant of a number: seconds, or milliseconds if it is large.
fn instant(number: Number, integer: i64) -> Option<i64> {
    match integer {
        INSTANT..MILLISECONDS => Some(integer),
        MILLISECONDS..UNKNOWN_UNIT => number.floor(-3),
        _ => None,
    }
}

/// Returns an instant from 1970 to 9999; `None` for any other.
fn bounded(seconds: i64) -> Option<i64> {
    /// The last second of the year 9999.
    const LAST: i64 = 253_402_300_799;
    (0..=LAST).contains(&seconds).then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths;

    #[test]
    fn fast_path_reads_integers_like_the_slow_one() {
        let (of, at) = (paths![], 1_767_225_600);
        let milliseconds = TimeRule::epoch_milliseconds(of);
        assert_eq!(milliseconds.read_integer(1_767_225_600_123, at), Some((at, false)));
        let rules = [
            milliseconds,
            TimeRule::milliseconds(of),
            TimeRule::seconds(of),
            TimeRule::seconds(of).within_ten_years(),
            TimeRule::seconds(of).milliseconds_above(DAY),
            TimeRule::epoch(of),
            TimeRule::by_size(of).of_short_lifetimes(),
        ];
        let powers = (0..=18).filter_map(|power| 10_i64.checked_pow(power));
        let integers = powers
            .flat_map(|power| [power.saturating_sub(1), power, power.saturating_mul(2).saturating_add(1)]);
        for integer in integers {
            for rule in rules {
                if let Some((at, lifetime)) = rule.read_integer(integer, at) {
                    let expected = Ok(TimeValue::At { at, lifetime, note: None });
                    assert_eq!(rule.read(&integer.to_string(), 1_767_225_600, 32), expected, "{integer}");
                }
            }
        }
    }
}
