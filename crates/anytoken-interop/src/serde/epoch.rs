//! An instant: seconds since 1970, as a number or a string.
//!
//! A number of 1e11 or more is in milliseconds. Every form of date that token endpoints send is accepted, in UTC if it
//! has no zone. The instant is rounded down to the whole second.

use anytoken::wire::EpochText;
use serde::{Deserializer, Serializer, de, ser};
use serde_with::SerializeAs;
use time::UtcDateTime;

use super::Instant;
use super::raw::{raw, read};

/// Deserializes an instant.
///
/// # Errors
///
/// `invalid instant`, without the value.
pub fn deserialize<'de, T: Instant, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    parse(raw(deserializer)?.expose()).ok_or_else(|| de::Error::custom("invalid instant"))
}

/// Serializes an instant as a number, or as RFC 3339 if the number would be read as another instant.
///
/// # Errors
///
/// `invalid instant` outside the years 1970 to 9999, and errors of the serializer.
pub fn serialize<T: Instant, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let at = value.utc().ok_or_else(|| ser::Error::custom("invalid instant"))?;
    let seconds = at.unix_timestamp();
    if parse::<UtcDateTime>(&seconds.to_string()).is_some_and(|read| read.unix_timestamp() == seconds) {
        return serializer.serialize_i64(seconds);
    }
    EpochText::serialize_as(&at, serializer)
}

pub(super) fn parse<T: Instant>(json: &str) -> Option<T> {
    read::<UtcDateTime, EpochText>(json).and_then(T::from_utc)
}
