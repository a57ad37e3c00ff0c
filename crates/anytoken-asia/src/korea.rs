//! Korea's time zone, in which Korean vendors write dates.

use time::UtcOffset;

/// Nine hours ahead of UTC, without summer time.
pub(crate) const KOREA: UtcOffset = match UtcOffset::from_hms(9, 0, 0) {
    Ok(zone) => zone,
    Err(_) => UtcOffset::UTC,
};
