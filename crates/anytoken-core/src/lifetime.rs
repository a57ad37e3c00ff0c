//! When a token can be used.

use time::{Duration, UtcDateTime};

/// The instants that a response states about its tokens, in UTC and whole seconds.
///
/// What is not stated is `None` or [`Expiry::Unstated`]; nothing is invented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Lifetime {
    /// When the token was issued, where the server says so.
    pub issued_at: Option<UtcDateTime>,
    /// When the token begins to be valid.
    pub not_before: Option<UtcDateTime>,
    /// When the server advises to fetch another.
    pub refresh_at: Option<UtcDateTime>,
    /// When the token ends.
    pub expires: Expiry,
    /// When the token ends while the issuer is down (Azure's `ext_expires_in`).
    pub extended_expires_at: Option<UtcDateTime>,
    /// When the refresh token ends.
    pub refresh_token_expires: Expiry,
}

/// The end of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Expiry {
    /// The response says nothing: the token may end at any time.
    #[default]
    Unstated,
    /// The token is of no use from this instant on.
    At(UtcDateTime),
    /// The vendor documents that the token does not expire.
    Never,
}

impl Expiry {
    /// The instant, where there is one.
    pub fn at(self) -> Option<UtcDateTime> {
        match self {
            Self::At(at) => Some(at),
            Self::Unstated | Self::Never => None,
        }
    }
}

impl Expiry {
    /// Whether this end is later than another, or says "never" where the other does not.
    ///
    /// An end that is not stated is no longer than any other.
    pub(crate) fn outlasts(self, other: Self) -> bool {
        match (self, other) {
            (Self::At(end), Self::At(other)) => end > other,
            (Self::Never, other) => other != Self::Never,
            (Self::At(_), Self::Unstated | Self::Never) | (Self::Unstated, _) => false,
        }
    }
}

/// What a token is good for at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Its `not_before` has not come.
    NotYetValid,
    /// It can be used.
    Valid,
    /// It has ended.
    Expired,
    /// Nobody said when it ends.
    Unknown,
    /// It does not end, by the vendor's word.
    NeverExpires,
}

impl Lifetime {
    /// The state at `now`; clocks may differ by `leeway`, which lets the token begin and end earlier.
    ///
    /// The token is expired at the very instant of its end.
    pub fn state_at(&self, now: UtcDateTime, leeway: Duration) -> State {
        let ahead = later(now, leeway);
        if self.not_before.is_some_and(|begin| ahead < begin) {
            return State::NotYetValid;
        }
        match self.expires {
            Expiry::At(end) if ahead >= end => State::Expired,
            Expiry::At(_) => State::Valid,
            Expiry::Unstated => State::Unknown,
            Expiry::Never => State::NeverExpires,
        }
    }

    /// Whether it is time to fetch another token: the server's advice has come, or the end is within `margin`.
    pub fn should_refresh_at(&self, now: UtcDateTime, margin: Duration) -> bool {
        let advised = self.refresh_at.is_some_and(|at| now >= at);
        advised || self.expires.at().is_some_and(|end| later(now, margin) >= end)
    }
}

/// The whole seconds from one instant to a later one.
pub(crate) fn seconds_between(start: UtcDateTime, end: UtcDateTime) -> i64 {
    end.unix_timestamp().saturating_sub(start.unix_timestamp())
}

/// `now` and a span that is not negative; the end of time where there is no such instant.
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
    fn a_token_is_valid_from_its_beginning_to_the_second_before_its_end() {
        let token =
            Lifetime { not_before: Some(before(60)), expires: Expiry::At(END), ..Lifetime::default() };
        let state = |seconds, leeway| token.state_at(before(seconds), Duration::seconds(leeway));
        assert_eq!(state(61, 0), State::NotYetValid);
        assert_eq!(state(60, 0), State::Valid);
        assert_eq!(state(1, 0), State::Valid);
        assert_eq!(state(0, 0), State::Expired);
        assert_eq!(state(-1, 0), State::Expired);
        // A leeway lets it begin and end earlier; one below nought is none.
        assert_eq!(state(90, 30), State::Valid);
        assert_eq!(state(30, 30), State::Expired);
        assert_eq!(state(1, -30), State::Valid);
        assert_eq!(token.state_at(UtcDateTime::MAX, Duration::MAX), State::Expired);
    }

    #[test]
    fn without_an_instant_there_is_no_end() {
        let state = |expires| Lifetime { expires, ..Lifetime::default() }.state_at(END, Duration::MAX);
        assert_eq!(state(Expiry::Unstated), State::Unknown);
        assert_eq!(state(Expiry::Never), State::NeverExpires);
        assert_eq!(
            [Expiry::Unstated, Expiry::Never, Expiry::At(END)].map(Expiry::at),
            [None, None, Some(END)]
        );
    }

    #[test]
    fn a_token_is_refreshed_on_advice_and_ahead_of_its_end() {
        let due = |token: Lifetime, seconds, margin| {
            token.should_refresh_at(before(seconds), Duration::seconds(margin))
        };
        let advised = Lifetime { refresh_at: Some(before(30)), ..Lifetime::default() };
        assert_eq!([31, 30, 29].map(|seconds| due(advised, seconds, 0)), [false, true, true]);
        // A margin is for the end alone.
        assert!(!due(advised, 31, 60));

        let ending = Lifetime { expires: Expiry::At(END), ..Lifetime::default() };
        assert_eq!([1, 0, -1].map(|seconds| due(ending, seconds, 0)), [false, true, true]);
        assert_eq!([61, 60, 59].map(|seconds| due(ending, seconds, 60)), [false, true, true]);
        assert!(due(Lifetime { refresh_at: Some(before(-30)), ..ending }, 0, 0));
        for expires in [Expiry::Unstated, Expiry::Never] {
            assert!(!due(Lifetime { expires, ..ending }, -1_000_000, 0));
        }
    }
}
