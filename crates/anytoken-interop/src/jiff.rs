//! Instants and durations of [`jiff`].

use jiff::{SignedDuration, Timestamp};
use time::{Duration, UtcDateTime};

/// An instant of a token's.
///
/// `None` where jiff has no such instant: it ends a day before the year 10000.
///
/// ```
/// use anytoken::Received;
/// use anytoken_interop::jiff::{instant, timestamp};
/// use jiff::{Timestamp, ToSpan};
///
/// let now = Timestamp::UNIX_EPOCH;
/// let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600}"#;
/// let token = anytoken::decode(Received::new(body, instant(now).unwrap()))?.into_token()?;
/// let end = token.lifetime().expires.at().and_then(timestamp);
/// assert_eq!(end, Some(now + 1.hour()));
/// # Ok::<(), anytoken::Failure>(())
/// ```
pub fn timestamp(at: UtcDateTime) -> Option<Timestamp> {
    Timestamp::from_nanosecond(at.unix_timestamp_nanos()).ok()
}

/// An instant for a token; `None` where it lies outside of the years −9999 to 9999.
pub fn instant(at: Timestamp) -> Option<UtcDateTime> {
    UtcDateTime::from_unix_timestamp_nanos(at.as_nanosecond()).ok()
}

/// A duration of a token's.
pub fn signed_duration(duration: Duration) -> SignedDuration {
    SignedDuration::new(duration.whole_seconds(), duration.subsec_nanoseconds())
}

/// A duration for a token, such as a margin.
pub fn duration(duration: SignedDuration) -> Duration {
    Duration::seconds(duration.as_secs())
        .saturating_add(Duration::nanoseconds(duration.subsec_nanos().into()))
}
