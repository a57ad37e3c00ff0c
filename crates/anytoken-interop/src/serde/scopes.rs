//! Scopes: a string separated by white space, or an array.
//!
//! Keeps the order, drops duplicates and empty scopes. An empty string is an empty collection. A number in an array
//! keeps its text. Every other value, null included, is an error.

use std::borrow::Cow;

use anytoken::dialect::SCOPE_WHITESPACE;
use serde::{Deserializer, Serializer, de, ser};
use serde_json::value::RawValue;

use super::raw::raw;

/// Deserializes scopes.
///
/// # Errors
///
/// `invalid scopes`, without the value.
pub fn deserialize<'de, T: FromIterator<String>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    parse(raw(deserializer)?.expose()).ok_or_else(|| de::Error::custom("invalid scopes"))
}

/// Serializes scopes as a string separated by spaces.
///
/// # Errors
///
/// `invalid scopes` if one is empty or contains white space, and errors of the serializer.
pub fn serialize<'a, T, S: Serializer>(value: &'a T, serializer: S) -> Result<S::Ok, S::Error>
where
    &'a T: IntoIterator<Item = &'a String>,
{
    let scopes: Vec<&str> = value.into_iter().map(String::as_str).collect();
    if scopes.iter().any(|scope| scope.is_empty() || scope.contains(SCOPE_WHITESPACE)) {
        return Err(ser::Error::custom("invalid scopes"));
    }
    serializer.serialize_str(&scopes.join(" "))
}

pub(super) fn parse<T: FromIterator<String>>(json: &str) -> Option<T> {
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
        string(json)?.split(SCOPE_WHITESPACE).for_each(add);
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
    // serde makes every `Cow` owned, and a `&str` fails if the string has escapes.
    serde_json::from_str::<&str>(json)
        .map(Cow::Borrowed)
        .or_else(|_| serde_json::from_str::<String>(json).map(Cow::Owned))
        .ok()
}
