//! Instants of the standard library, of which none panics.

use std::time::SystemTime;

use time::UtcDateTime;

/// An instant of a token's, in whole seconds; `None` where this system has no such instant.
#[cfg(any(feature = "aws-credential-types", feature = "serde"))]
pub(crate) fn system_time(at: UtcDateTime) -> Option<SystemTime> {
    let seconds = std::time::Duration::from_secs(at.unix_timestamp().unsigned_abs());
    if at < UtcDateTime::UNIX_EPOCH {
        SystemTime::UNIX_EPOCH.checked_sub(seconds)
    } else {
        SystemTime::UNIX_EPOCH.checked_add(seconds)
    }
}

/// An instant for a token, cut to the whole second; `None` where it lies outside of the years −9999 to 9999.
pub(crate) fn instant(at: SystemTime) -> Option<UtcDateTime> {
    let seconds = match at.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_secs()).ok()?,
        Err(before) => {
            let before = before.duration();
            let whole = i64::try_from(before.as_secs()).ok()?.checked_neg()?;
            whole.checked_sub(i64::from(before.subsec_nanos() > 0))?
        }
    };
    UtcDateTime::from_unix_timestamp(seconds).ok()
}
