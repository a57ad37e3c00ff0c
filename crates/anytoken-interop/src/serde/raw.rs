//! A value as it stands in the JSON.

use anytoken::Wiped;
use serde::de::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// The source text of a value, in memory that is wiped.
pub(super) fn raw<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Wiped, D::Error> {
    let json = Box::<RawValue>::deserialize(deserializer)?;
    Ok(Wiped::from(String::from(Box::<str>::from(json))))
}

/// Whether the value says nothing: null, or a string of blanks.
pub(super) fn is_absent(json: &str) -> bool {
    let inside = json.strip_prefix('"').and_then(|json| json.strip_suffix('"'));
    json == "null" || inside.is_some_and(|text| text.trim_ascii().is_empty())
}

/// The value that an encoding reads from source text; its error is lost, and with it what it may quote.
pub(super) fn read<'de, T, E: serde_with::DeserializeAs<'de, T>>(json: &'de str) -> Option<T> {
    E::deserialize_as(&mut serde_json::Deserializer::from_str(json)).ok()
}
