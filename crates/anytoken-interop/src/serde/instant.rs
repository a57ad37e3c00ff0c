//! What holds an instant.

use std::time::SystemTime;

use time::{OffsetDateTime, UtcDateTime};

use crate::system_time::{instant, system_time};

/// An instant: [`UtcDateTime`], [`OffsetDateTime`], [`SystemTime`], and those of chrono and jiff with their features.
pub trait Instant: Sized {
    /// The value of an instant; `None` where it has none.
    fn from_utc(at: UtcDateTime) -> Option<Self>;

    /// The instant; `None` where it lies outside of the years −9999 to 9999.
    fn utc(&self) -> Option<UtcDateTime>;
}

impl Instant for UtcDateTime {
    fn from_utc(at: UtcDateTime) -> Option<Self> {
        Some(at)
    }

    fn utc(&self) -> Option<UtcDateTime> {
        Some(*self)
    }
}

impl Instant for OffsetDateTime {
    fn from_utc(at: UtcDateTime) -> Option<Self> {
        Some(at.into())
    }

    fn utc(&self) -> Option<UtcDateTime> {
        self.checked_to_utc()
    }
}

impl Instant for SystemTime {
    fn from_utc(at: UtcDateTime) -> Option<Self> {
        system_time(at)
    }

    fn utc(&self) -> Option<UtcDateTime> {
        instant(*self)
    }
}

#[cfg(feature = "chrono")]
impl Instant for chrono::DateTime<chrono::Utc> {
    fn from_utc(at: UtcDateTime) -> Option<Self> {
        crate::chrono::date_time(at)
    }

    fn utc(&self) -> Option<UtcDateTime> {
        crate::chrono::instant(self)
    }
}

#[cfg(feature = "jiff")]
impl Instant for jiff::Timestamp {
    fn from_utc(at: UtcDateTime) -> Option<Self> {
        crate::jiff::timestamp(at)
    }

    fn utc(&self) -> Option<UtcDateTime> {
        crate::jiff::instant(*self)
    }
}
