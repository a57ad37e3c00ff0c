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
