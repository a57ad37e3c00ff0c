//! The one clock that is read where a caller gives no other.

use time::UtcDateTime;

/// What says when a reply arrives whose instant nobody else knows.
pub(crate) type Clock = fn() -> UtcDateTime;

/// The system's clock.
pub(crate) const SYSTEM: Clock = UtcDateTime::now;
