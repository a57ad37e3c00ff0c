//! The types that hold whole seconds.

use std::time::Duration;

/// A number of whole seconds: the integers, [`std::time::Duration`] and [`time::Duration`].
pub trait Seconds: Sized {
    /// Converts seconds; `None` if they are out of the type's range.
    fn from_seconds(seconds: i64) -> Option<Self>;

    /// The whole seconds, rounded down; `None` beyond the range of `i64`.
    fn seconds(&self) -> Option<i64>;
}

macro_rules! integers {
    ($($integer:ty)*) => {$(
        impl Seconds for $integer {
            fn from_seconds(seconds: i64) -> Option<Self> {
                Self::try_from(seconds).ok()
            }

            fn seconds(&self) -> Option<i64> {
                i64::try_from(*self).ok()
            }
        }
    )*};
}

integers!(i32 i64 i128 u32 u64 u128 usize);

impl Seconds for Duration {
    fn from_seconds(seconds: i64) -> Option<Self> {
        u64::try_from(seconds).ok().map(Self::from_secs)
    }

    fn seconds(&self) -> Option<i64> {
        i64::try_from(self.as_secs()).ok()
    }
}

impl Seconds for time::Duration {
    fn from_seconds(seconds: i64) -> Option<Self> {
        Some(Self::seconds(seconds))
    }

    fn seconds(&self) -> Option<i64> {
        let rounding = i64::from(self.subsec_nanoseconds() < 0);
        self.whole_seconds().checked_sub(rounding)
    }
}
