//! The types that hold an instant.

use std::time::SystemTime;

use time::{OffsetDateTime, UtcDateTime};

use crate::system_time::{instant, system_time};

/// An instant: [`UtcDateTime`], [`OffsetDateTime`], [`SystemTime`], and those of chrono and jiff with their features.
pub trait Instant: Sized {
    /// Converts an instant; `None` if it is out of the type's range.
    fn from_utc(at: UtcDateTime) -> Option<Self>;

    /// The instant in UTC; `None` outside the years −9999 to 9999.
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
