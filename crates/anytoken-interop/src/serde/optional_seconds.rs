//! Whole seconds that may be missing: null and blank text are `None`.

use serde::{Deserializer, Serializer, de};

use super::raw::{is_absent, raw};
use super::{Seconds, seconds};

/// Deserializes seconds.
///
/// # Errors
///
/// `invalid seconds`, without the value.
pub fn deserialize<'de, T: Seconds, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    let json = raw(deserializer)?;
    if is_absent(json.expose()) {
        return Ok(None);
    }
    seconds::parse(json.expose()).map(Some).ok_or_else(|| de::Error::custom("invalid seconds"))
}

/// Serializes seconds as a number, and `None` as null.
///
/// # Errors
///
/// `invalid seconds` beyond the range of `i64`, and errors of the serializer.
pub fn serialize<T: Seconds, S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => seconds::serialize(value, serializer),
        None => serializer.serialize_none(),
    }
}
