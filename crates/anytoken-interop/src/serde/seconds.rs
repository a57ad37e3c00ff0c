//! Whole seconds, as a number or a string.
//!
//! A fraction is rounded down. Every other value, null and blank text included, is an error.

use anytoken::wire::SecondsNumber;
use serde::{Deserializer, Serializer, de, ser};

use super::Seconds;
use super::raw::{raw, read};

/// Deserializes seconds.
///
/// # Errors
///
/// `invalid seconds`, without the value.
pub fn deserialize<'de, T: Seconds, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    parse(raw(deserializer)?.expose()).ok_or_else(|| de::Error::custom("invalid seconds"))
}

/// Serializes seconds as a number.
///
/// # Errors
///
/// `invalid seconds` beyond the range of `i64`, and errors of the serializer.
pub fn serialize<T: Seconds, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(value.seconds().ok_or_else(|| ser::Error::custom("invalid seconds"))?)
}

pub(super) fn parse<T: Seconds>(json: &str) -> Option<T> {
    read::<i64, SecondsNumber>(json).and_then(T::from_seconds)
}
