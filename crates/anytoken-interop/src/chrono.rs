//! Instants and durations of [`chrono`].

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use time::{Duration, UtcDateTime};

/// Converts an instant to chrono; `None` if it is out of chrono's range.
///
/// ```
/// use anytoken::Response;
/// use anytoken_interop::chrono::{date_time, instant};
/// use chrono::{DateTime, TimeDelta};
///
/// let now = DateTime::UNIX_EPOCH;
/// let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600}"#;
/// let token = anytoken::decode(Response::new(body, instant(&now).unwrap()))?.into_token()?;
/// let expiry = token.validity().expires.at().and_then(date_time);
/// assert_eq!(expiry, Some(now + TimeDelta::hours(1)));
/// # Ok::<(), anytoken::TokenError>(())
/// ```
pub fn date_time(at: UtcDateTime) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(at.unix_timestamp(), at.nanosecond())
}

/// Converts an instant from chrono, in any time zone; `None` outside the years −9999 to 9999.
///
/// A leap second becomes the last nanosecond of the second before it.
pub fn instant<Z: TimeZone>(at: &DateTime<Z>) -> Option<UtcDateTime> {
    let nanoseconds = at.timestamp_subsec_nanos().min(999_999_999);
    UtcDateTime::from_unix_timestamp(at.timestamp()).ok()?.replace_nanosecond(nanoseconds).ok()
}

/// Converts a duration to chrono; `None` if it is out of chrono's range.
pub fn time_delta(duration: Duration) -> Option<TimeDelta> {
    let seconds = TimeDelta::try_seconds(duration.whole_seconds())?;
    seconds.checked_add(&TimeDelta::nanoseconds(duration.subsec_nanoseconds().into()))
}

/// Converts a duration from chrono.
pub fn duration(delta: TimeDelta) -> Duration {
    Duration::seconds(delta.num_seconds()).saturating_add(Duration::nanoseconds(delta.subsec_nanos().into()))
}
