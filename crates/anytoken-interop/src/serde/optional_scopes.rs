//! Optional scopes: null is `None`, an empty string is an empty collection.

use serde::{Deserializer, Serializer, de};

use super::raw::raw;
use super::scopes;

/// Deserializes scopes.
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
    scopes::parse(json.expose()).map(Some).ok_or_else(|| de::Error::custom("invalid scopes"))
}

/// Serializes scopes as a string separated by spaces, and `None` as null.
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
