//! Instants and durations of [`jiff`].

use jiff::{SignedDuration, Timestamp};
use time::{Duration, UtcDateTime};

/// Converts an instant to jiff; `None` if it is out of jiff's range, which ends a day before the year 10000.
///
/// ```
/// use anytoken::Response;
/// use anytoken_interop::jiff::{instant, timestamp};
/// use jiff::{Timestamp, ToSpan};
///
/// let now = Timestamp::UNIX_EPOCH;
/// let body = br#"{"access_token":"EXAMPLE-ACCESS","expires_in":3600}"#;
/// let token = anytoken::decode(Response::new(body, instant(now).unwrap()))?.into_token()?;
/// let expiry = token.validity().expires.at().and_then(timestamp);
/// assert_eq!(expiry, Some(now + 1.hour()));
/// # Ok::<(), anytoken::TokenError>(())
/// ```
pub fn timestamp(at: UtcDateTime) -> Option<Timestamp> {
    Timestamp::from_nanosecond(at.unix_timestamp_nanos()).ok()
}

/// Converts an instant from jiff; `None` outside the years −9999 to 9999.
pub fn instant(at: Timestamp) -> Option<UtcDateTime> {
    UtcDateTime::from_unix_timestamp_nanos(at.as_nanosecond()).ok()
}

/// Converts a duration to jiff.
pub fn signed_duration(duration: Duration) -> SignedDuration {
    SignedDuration::new(duration.whole_seconds(), duration.subsec_nanoseconds())
}

/// Converts a duration from jiff.
pub fn duration(duration: SignedDuration) -> Duration {
    Duration::seconds(duration.as_secs())
        .saturating_add(Duration::nanoseconds(duration.subsec_nanos().into()))
}
