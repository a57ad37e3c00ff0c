//! Members of a JSON object by their names.

use anytoken::{JsonKind, json_members};

/// The levels of an object.
const LEVELS: u32 = 128;

/// Returns the raw values of the named members; `None` if the text is not one JSON object.
///
/// The last one of a name counts; a name that is written with escapes is not found.
pub(crate) fn named<'a, const N: usize>(text: &'a str, names: [&str; N]) -> Option<[Option<&'a str>; N]> {
    let mut values = [None; N];
    let read = json_members(text, LEVELS, |name, value| {
        let name = name.trim_matches('"');
        if let Some((_, known)) = names.iter().zip(&mut values).find(|(known, _)| **known == name) {
            *known = Some(value);
        }
    });
    (read == Ok(JsonKind::Object)).then_some(values)
}

/// Passes on the raw elements of an array; returns false if the text is not one.
pub(crate) fn elements<'a>(text: &'a str, mut each: impl FnMut(&'a str)) -> bool {
    json_members(text, LEVELS, |_, value| each(value)) == Ok(JsonKind::Array)
}
