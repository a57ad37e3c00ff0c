//! What Korean vendors share.

use time::UtcOffset;

/// Korea's time zone, which has no summer time.
pub(crate) const KOREA: UtcOffset = match UtcOffset::from_hms(9, 0, 0) {
    Ok(zone) => zone,
    Err(_) => UtcOffset::UTC,
};
