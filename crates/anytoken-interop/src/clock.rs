//! The clock that is used unless the caller sets another.

use time::UtcDateTime;

/// Returns the current instant.
pub(crate) type Clock = fn() -> UtcDateTime;

/// The system's clock.
pub(crate) const SYSTEM: Clock = UtcDateTime::now;
