//! Scopes that may not be stated: null is `None`, and an empty string says that none was granted.

use serde::{Deserializer, Serializer, de};

use super::raw::raw;
use super::scopes;

/// Reads scopes.
///
/// # Errors
///
/// `invalid scopes`, without the value.
pub fn deserialize<'de, T: FromIterator<String>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    let json = raw(deserializer)?;
    if json.expose() == "null" {
        return Ok(None);
    }
    scopes::of(json.expose()).map(Some).ok_or_else(|| de::Error::custom("invalid scopes"))
}

/// Writes scopes as a string with blanks between them, and nothing as null.
///
/// # Errors
///
/// Those of [`scopes::serialize`].
pub fn serialize<'a, T, S: Serializer>(value: &'a Option<T>, serializer: S) -> Result<S::Ok, S::Error>
where
    &'a T: IntoIterator<Item = &'a String>,
{
    match value {
        Some(value) => scopes::serialize(value, serializer),
        None => serializer.serialize_none(),
    }
}
