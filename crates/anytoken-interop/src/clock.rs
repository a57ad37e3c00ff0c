//! The clock, which the caller can replace.

use time::UtcDateTime;

/// A function that returns the current instant.
pub(crate) type Clock = fn() -> UtcDateTime;

/// The system's clock, which is used unless the caller sets another.
pub(crate) const SYSTEM: Clock = UtcDateTime::now;
