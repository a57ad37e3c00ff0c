//! The validity of a token.

use std::ops::{Index, IndexMut};

use time::{Duration, UtcDateTime};

use super::field::{Field, FieldIndex, TimeField};
use crate::named::named;

/// The instants that a response states about its tokens, in UTC and whole seconds.
///
/// An instant that is not stated is `None` or [`Expiry::Unknown`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct Validity {
    /// The instant of issue.
    pub issued_at: Option<UtcDateTime>,
    /// The instant from which the token is valid.
    pub not_before: Option<UtcDateTime>,
    /// The instant from which the server advises a refresh.
    pub refresh_at: Option<UtcDateTime>,
    /// The expiry of the token.
    pub expires: Expiry,
    /// The extended expiry, which applies while the issuer is down (Azure's `ext_expires_in`).
    pub extended_expires_at: Option<UtcDateTime>,
    /// The expiry of the refresh token.
    pub refresh_token_expires: Expiry,
}

/// The expiry of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Expiry {
    /// The expiry is not stated: the token may expire at any time.
    #[default]
    Unknown,
    /// The token expires at this instant.
    At(UtcDateTime),
    /// The token never expires, according to the response or the vendor's documentation.
    Never,
}

impl Expiry {
    /// Returns the instant, if there is one.
    pub fn at(self) -> Option<UtcDateTime> {
        match self {
            Self::At(at) => Some(at),
            Self::Unknown | Self::Never => None,
        }
    }
}

impl Expiry {
    /// Returns true if this expiry is later than another, or `Never` and the other is not.
    ///
    /// An unknown expiry outlasts no other.
    pub(crate) fn outlasts(self, other: Self) -> bool {
        match (self, other) {
            (Self::At(end), Self::At(other)) => end > other,
            (Self::Never, other) => other != Self::Never,
            (Self::At(_), Self::Unknown | Self::Never) | (Self::Unknown, _) => false,
        }
    }
}

/// The times of a token, each in eight bytes: an [`Expiry`] by field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Times([i64; TimeField::ALL.len()]);

impl Times {
    /// The number of an unknown time; any other number is in seconds since 1970.
    pub(crate) const UNKNOWN: i64 = i64::MIN;
    /// The number of a time that never comes.
    pub(crate) const NEVER: i64 = i64::MAX;

    /// Returns the number of an instant in seconds since 1970: unknown if it is out of range.
    #[inline(always)]
    pub(crate) fn instant(seconds: i64) -> i64 {
        const FIRST: i64 = UtcDateTime::MIN.unix_timestamp();
        const LAST: i64 = UtcDateTime::MAX.unix_timestamp();
        if (FIRST..=LAST).contains(&seconds) { seconds } else { Self::UNKNOWN }
    }

    /// Returns the times of a validity, rounded down; the error is the first field whose instant lies before 1970.
    pub(crate) fn of(validity: &Validity) -> Result<Self, Field> {
        let mut times = Self::default();
        for field in Field::ALL {
            let FieldIndex::Time(time) = field.index() else { continue };
            times[time] = match validity.get(time) {
                Expiry::At(at) if at < UtcDateTime::UNIX_EPOCH => return Err(*field),
                Expiry::At(at) => at.unix_timestamp(),
                Expiry::Never => Self::NEVER,
                Expiry::Unknown => Self::UNKNOWN,
            };
        }
        Ok(times)
    }

    /// Returns the time of a field.
    #[inline(always)]
    pub(crate) fn get(&self, field: TimeField) -> Expiry {
        match self[field] {
            // Nearly all times are unknown.
            Self::UNKNOWN => Expiry::Unknown,
            Self::NEVER => Expiry::Never,
            seconds => expiry_at(seconds),
        }
    }

    /// Returns true if a field has a time.
    pub(crate) fn has(&self, field: TimeField) -> bool {
        self[field] != Self::UNKNOWN
    }
}

impl Default for Times {
    fn default() -> Self {
        Self([Self::UNKNOWN; TimeField::ALL.len()])
    }
}

// The variants of `TimeField` are numbered from zero.
#[allow(clippy::as_conversions, clippy::indexing_slicing)]
impl Index<TimeField> for Times {
    type Output = i64;

    #[inline(always)]
    fn index(&self, field: TimeField) -> &i64 {
        &self.0[field as usize]
    }
}

#[allow(clippy::as_conversions, clippy::indexing_slicing)]
impl IndexMut<TimeField> for Times {
    #[inline(always)]
    fn index_mut(&mut self, field: TimeField) -> &mut i64 {
        &mut self.0[field as usize]
    }
}

/// Returns the expiry at an instant in seconds since 1970.
#[inline(never)]
fn expiry_at(seconds: i64) -> Expiry {
    UtcDateTime::from_unix_timestamp(seconds).map_or(Expiry::Unknown, Expiry::At)
}

impl From<Times> for Validity {
    fn from(times: Times) -> Self {
        let instant = |field| times.get(field).at();
        Self {
            issued_at: instant(TimeField::IssuedAt),
            not_before: instant(TimeField::NotBefore),
            refresh_at: instant(TimeField::RefreshAt),
            expires: times.get(TimeField::Expires),
            extended_expires_at: instant(TimeField::ExtendedExpires),
            refresh_token_expires: times.get(TimeField::RefreshTokenExpires),
        }
    }
}

named! {
    /// The state of a token at a given instant.
    ///
    /// ```
    /// # extern crate anytoken_core as anytoken;
    /// use anytoken::State;
    ///
    /// assert_eq!(State::NotYetValid.to_string(), "not_yet_valid");
    /// ```
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum State, "state" {
        /// The token's `not_before` is in the future.
        NotYetValid = "not_yet_valid",
        /// The token can be used.
        Valid = "valid",
        /// The token has expired.
        Expired = "expired",
        /// The token's expiry is unknown.
        Unknown = "unknown",
        /// The token never expires.
        NeverExpires = "never_expires",
    }
}

impl Validity {
    /// Returns the time of a field. Only an expiry can be [`Expiry::Never`].
    pub(crate) fn get(&self, field: TimeField) -> Expiry {
        let instant = |at: Option<UtcDateTime>| at.map_or(Expiry::Unknown, Expiry::At);
        match field {
            TimeField::IssuedAt => instant(self.issued_at),
            TimeField::NotBefore => instant(self.not_before),
            TimeField::RefreshAt => instant(self.refresh_at),
            TimeField::Expires => self.expires,
            TimeField::ExtendedExpires => instant(self.extended_expires_at),
            TimeField::RefreshTokenExpires => self.refresh_token_expires,
        }
    }

    /// Sets the time of a field. Only an expiry can be [`Expiry::Never`].
    pub(crate) fn set(&mut self, field: TimeField, time: Expiry) {
        match field {
            TimeField::IssuedAt => self.issued_at = time.at(),
            TimeField::NotBefore => self.not_before = time.at(),
            TimeField::RefreshAt => self.refresh_at = time.at(),
            TimeField::Expires => self.expires = time,
            TimeField::ExtendedExpires => self.extended_expires_at = time.at(),
            TimeField::RefreshTokenExpires => self.refresh_token_expires = time,
        }
    }

    /// Returns the state at `now`.
    ///
    /// `leeway` allows for clocks that differ: the token becomes valid and expires that much earlier. A token is
    /// expired at the very instant of its expiry.
    pub fn state_at(&self, now: impl Into<UtcDateTime>, leeway: Duration) -> State {
        let ahead = later(now.into(), leeway);
        if self.not_before.is_some_and(|begin| ahead < begin) {
            return State::NotYetValid;
        }
        match self.expires {
            Expiry::At(end) if ahead >= end => State::Expired,
            Expiry::At(_) => State::Valid,
            Expiry::Unknown => State::Unknown,
            Expiry::Never => State::NeverExpires,
        }
    }

    /// Returns the instant at which to refresh: `refresh_at` or `margin` before the expiry, whichever is earlier; `None` if
    /// neither is known.
    pub fn refresh_due(&self, margin: Duration) -> Option<UtcDateTime> {
        let before_expiry = self
            .expires
            .at()
            .map(|end| end.checked_sub(margin.max(Duration::ZERO)).unwrap_or(UtcDateTime::MIN));
        self.refresh_at.into_iter().chain(before_expiry).min()
    }

    /// Returns true if [`refresh_due`](Self::refresh_due) has come.
    pub fn should_refresh_at(&self, now: impl Into<UtcDateTime>, margin: Duration) -> bool {
        let now = now.into();
        self.refresh_due(margin).is_some_and(|due| now >= due)
    }
}

/// Adds a duration to `now`, taking a negative one for zero and saturating at the largest instant.
fn later(now: UtcDateTime, by: Duration) -> UtcDateTime {
    now.checked_add(by.max(Duration::ZERO)).unwrap_or(UtcDateTime::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const END: UtcDateTime = match UtcDateTime::from_unix_timestamp(1_767_225_600) {
        Ok(end) => end,
        Err(_) => panic!("an instant"),
    };

    fn before(seconds: i64) -> UtcDateTime {
        END.saturating_sub(Duration::seconds(seconds))
    }

    #[test]
    fn state_at_follows_not_before_and_expiry() {
        let token =
            Validity { not_before: Some(before(60)), expires: Expiry::At(END), ..Validity::default() };
        let state = |seconds, leeway| token.state_at(before(seconds), Duration::seconds(leeway));
        assert_eq!(state(61, 0), State::NotYetValid);
        assert_eq!(state(60, 0), State::Valid);
        assert_eq!(state(1, 0), State::Valid);
        assert_eq!(state(0, 0), State::Expired);
        assert_eq!(state(-1, 0), State::Expired);
        // A negative leeway counts as zero.
        assert_eq!(state(90, 30), State::Valid);
        assert_eq!(state(30, 30), State::Expired);
        assert_eq!(state(1, -30), State::Valid);
        assert_eq!(token.state_at(UtcDateTime::MAX, Duration::MAX), State::Expired);
    }

    #[test]
    fn without_an_instant_nothing_expires() {
        let state = |expires| Validity { expires, ..Validity::default() }.state_at(END, Duration::MAX);
        assert_eq!(state(Expiry::Unknown), State::Unknown);
        assert_eq!(state(Expiry::Never), State::NeverExpires);
        assert_eq!(
            [Expiry::Unknown, Expiry::Never, Expiry::At(END)].map(Expiry::at),
            [None, None, Some(END)]
        );
    }

    #[test]
    fn refresh_is_due_on_advice_or_near_expiry() {
        let due = |token: Validity, seconds, margin| {
            token.should_refresh_at(before(seconds), Duration::seconds(margin))
        };
        let advised = Validity { refresh_at: Some(before(30)), ..Validity::default() };
        assert_eq!([31, 30, 29].map(|seconds| due(advised, seconds, 0)), [false, true, true]);
        // The margin applies to the expiry alone.
        assert!(!due(advised, 31, 60));
        let minute = Duration::MINUTE;
        assert_eq!(advised.refresh_due(minute), Some(before(30)));
        assert_eq!(Validity { expires: Expiry::At(END), ..advised }.refresh_due(minute), Some(before(60)));
        assert_eq!(Validity { expires: Expiry::Never, ..Validity::default() }.refresh_due(minute), None);
        assert_eq!(
            Validity { expires: Expiry::At(END), ..Validity::default() }.refresh_due(-minute),
            Some(END)
        );

        let ending = Validity { expires: Expiry::At(END), ..Validity::default() };
        assert_eq!([1, 0, -1].map(|seconds| due(ending, seconds, 0)), [false, true, true]);
        assert_eq!([61, 60, 59].map(|seconds| due(ending, seconds, 60)), [false, true, true]);
        assert!(due(Validity { refresh_at: Some(before(-30)), ..ending }, 0, 0));
        for expires in [Expiry::Unknown, Expiry::Never] {
            assert!(!due(Validity { expires, ..ending }, -1_000_000, 0));
        }
    }
}
