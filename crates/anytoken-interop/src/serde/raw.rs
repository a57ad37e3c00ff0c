//! The source text of a value.

use anytoken::SecretBuf;
use serde::de::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// The source text of a value, in a buffer that is wiped.
pub(super) fn raw<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SecretBuf, D::Error> {
    let json = Box::<RawValue>::deserialize(deserializer)?;
    Ok(SecretBuf::from(String::from(Box::<str>::from(json))))
}

/// Returns true if the value is null or a blank string.
pub(super) fn is_absent(json: &str) -> bool {
    let inside = json.strip_prefix('"').and_then(|json| json.strip_suffix('"'));
    json == "null" || inside.is_some_and(|text| text.trim_ascii().is_empty())
}

/// Decodes source text; drops the error, which may quote the value.
pub(super) fn read<'de, T, E: serde_with::DeserializeAs<'de, T>>(json: &'de str) -> Option<T> {
    E::deserialize_as(&mut serde_json::Deserializer::from_str(json)).ok()
}
