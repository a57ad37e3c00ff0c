//! Scopes: a string with white space between them, or an array.
//!
//! Order is kept, repeats and empties are dropped. An empty string says that none was granted. A number in an array
//! keeps its text. Null, and what is neither string nor array, is an error.

use std::borrow::Cow;

use anytoken::BLANKS;
use serde::{Deserializer, Serializer, de, ser};
use serde_json::value::RawValue;

use super::raw::raw;

/// Reads scopes.
///
/// # Errors
///
/// `invalid scopes`, without the value.
pub fn deserialize<'de, T: FromIterator<String>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    of(raw(deserializer)?.expose()).ok_or_else(|| de::Error::custom("invalid scopes"))
}

/// Writes scopes as a string with blanks between them.
///
/// # Errors
///
/// `invalid scopes`, where one is empty or has white space in it and would be read as others; those of the serializer.
pub fn serialize<'a, T, S: Serializer>(value: &'a T, serializer: S) -> Result<S::Ok, S::Error>
where
    &'a T: IntoIterator<Item = &'a String>,
{
    let scopes: Vec<&str> = value.into_iter().map(String::as_str).collect();
    if scopes.iter().any(|scope| scope.is_empty() || scope.contains(BLANKS)) {
        return Err(ser::Error::custom("invalid scopes"));
    }
    serializer.serialize_str(&scopes.join(" "))
}

pub(super) fn of<T: FromIterator<String>>(json: &str) -> Option<T> {
    let mut scopes: Vec<String> = Vec::new();
    let mut add = |scope: &str| {
        if !scope.is_empty() && !scopes.iter().any(|known| known == scope) {
            scopes.push(scope.to_owned());
        }
    };
    if json.starts_with('[') {
        for scope in serde_json::from_str::<Vec<&RawValue>>(json).ok()? {
            add(&text(scope.get())?);
        }
    } else {
        string(json)?.split(BLANKS).for_each(add);
    }
    Some(scopes.into_iter().collect())
}

/// The text of a string, or the source text of a number.
fn text(json: &str) -> Option<Cow<'_, str>> {
    match json.as_bytes().first()? {
        b'-' | b'0'..=b'9' => Some(Cow::Borrowed(json)),
        _ => string(json),
    }
}

fn string(json: &str) -> Option<Cow<'_, str>> {
    // A `Cow` by itself is always owned, and a `&str` has no escapes.
    serde_json::from_str::<&str>(json)
        .map(Cow::Borrowed)
        .or_else(|_| serde_json::from_str::<String>(json).map(Cow::Owned))
        .ok()
}
