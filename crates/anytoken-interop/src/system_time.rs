//! Instants of the standard library, converted without panics.

use std::time::SystemTime;

use time::UtcDateTime;

/// Converts an instant, in whole seconds; `None` if it is out of this system's range.
#[cfg(any(feature = "aws-credential-types", feature = "serde"))]
pub(crate) fn system_time(at: UtcDateTime) -> Option<SystemTime> {
    let seconds = std::time::Duration::from_secs(at.unix_timestamp().unsigned_abs());
    if at < UtcDateTime::UNIX_EPOCH {
        SystemTime::UNIX_EPOCH.checked_sub(seconds)
    } else {
        SystemTime::UNIX_EPOCH.checked_add(seconds)
    }
}

/// Converts an instant, rounded down to the whole second; `None` outside the years −9999 to 9999.
pub(crate) fn instant(at: SystemTime) -> Option<UtcDateTime> {
    let seconds = match at.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_secs()).ok()?,
        Err(before) => {
            let before = before.duration();
            let seconds = i64::try_from(before.as_secs()).ok()?.checked_neg()?;
            seconds.checked_sub(i64::from(before.subsec_nanos() > 0))?
        }
    };
    UtcDateTime::from_unix_timestamp(seconds).ok()
}
