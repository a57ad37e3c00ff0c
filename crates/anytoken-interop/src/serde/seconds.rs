//! Whole seconds: a number, or a string of one.
//!
//! A fraction is cut down, never up. Null, blank text and what is no number are errors.

use anytoken::wire::SecondsNumber;
use serde::{Deserializer, Serializer, de, ser};

use super::Seconds;
use super::raw::{raw, read};

/// Reads seconds.
///
/// # Errors
///
/// `invalid seconds`, without the value.
pub fn deserialize<'de, T: Seconds, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    of(raw(deserializer)?.expose()).ok_or_else(|| de::Error::custom("invalid seconds"))
}

/// Writes seconds as a number.
///
/// # Errors
///
/// `invalid seconds`, where they are past `i64`, and those of the serializer.
pub fn serialize<T: Seconds, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(value.seconds().ok_or_else(|| ser::Error::custom("invalid seconds"))?)
}

pub(super) fn of<T: Seconds>(json: &str) -> Option<T> {
    read::<i64, SecondsNumber>(json).and_then(T::from_seconds)
}
