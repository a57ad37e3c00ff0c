//! An instant that may be missing: null and blank text are `None`.

use serde::{Deserializer, Serializer, de};

use super::raw::{is_absent, raw};
use super::{Instant, epoch};

/// Deserializes an instant.
///
/// # Errors
///
/// `invalid instant`, without the value.
pub fn deserialize<'de, T: Instant, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    let json = raw(deserializer)?;
    if is_absent(json.expose()) {
        return Ok(None);
    }
    epoch::parse(json.expose()).map(Some).ok_or_else(|| de::Error::custom("invalid instant"))
}

/// Serializes an instant as a number, and `None` as null.
///
/// # Errors
///
/// Those of [`epoch::serialize`].
pub fn serialize<T: Instant, S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => epoch::serialize(value, serializer),
        None => serializer.serialize_none(),
    }
}
