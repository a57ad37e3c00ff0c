//! Instants and durations of [`chrono`].

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use time::{Duration, UtcDateTime};

/// An instant of a token's.
///
/// `None` where chrono has no such instant.
///
/// ```
/// use anytoken::Received;
/// use anytoken_interop::chrono::{date_time, instant};
/// use chrono::{DateTime, TimeDelta};
///
/// let now = DateTime::UNIX_EPOCH;
/// let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600}"#;
/// let token = anytoken::decode(Received::new(body, instant(&now).unwrap()))?.into_token()?;
/// let end = token.lifetime().expires.at().and_then(date_time);
/// assert_eq!(end, Some(now + TimeDelta::hours(1)));
/// # Ok::<(), anytoken::Failure>(())
/// ```
pub fn date_time(at: UtcDateTime) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(at.unix_timestamp(), at.nanosecond())
}

/// An instant for a token, of any time zone.
///
/// `None` where it lies outside of the years −9999 to 9999. A leap second is the end of the second before it.
pub fn instant<Z: TimeZone>(at: &DateTime<Z>) -> Option<UtcDateTime> {
    let nanoseconds = at.timestamp_subsec_nanos().min(999_999_999);
    UtcDateTime::from_unix_timestamp(at.timestamp()).ok()?.replace_nanosecond(nanoseconds).ok()
}

/// A duration of a token's; `None` where chrono has no such duration.
pub fn time_delta(duration: Duration) -> Option<TimeDelta> {
    let seconds = TimeDelta::try_seconds(duration.whole_seconds())?;
    seconds.checked_add(&TimeDelta::nanoseconds(duration.subsec_nanoseconds().into()))
}

/// A duration for a token, such as a margin.
pub fn duration(delta: TimeDelta) -> Duration {
    Duration::seconds(delta.num_seconds()).saturating_add(Duration::nanoseconds(delta.subsec_nanos().into()))
}
