//! The members of a JSON object, borrowed from its text.

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Calls `each` with the raw name and value of every member of an object. Both are borrowed, so that serde_json
/// copies neither.
pub(crate) fn members<'a>(
    text: &'a str,
    each: impl FnMut(&'a RawValue, &'a RawValue),
) -> serde_json::Result<()> {
    struct Members<F>(F);

    impl<'de, F: FnMut(&'de RawValue, &'de RawValue)> Visitor<'de> for Members<F> {
        type Value = ();

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
            while let Some(name) = map.next_key()? {
                (self.0)(name, map.next_value()?);
            }
            Ok(())
        }
    }

    let mut deserializer = serde_json::Deserializer::from_str(text);
    deserializer.deserialize_map(Members(each))?;
    deserializer.end()
}
