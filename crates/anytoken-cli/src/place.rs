//! Where something is in a body, in words.

use anytoken::json_members;

use crate::json_text::Text;
use crate::known;
use crate::masked::MASK;

/// The levels of a body.
const LEVELS: u32 = 128;

/// Returns the line and the column of a byte, as people count them.
pub(crate) fn line_and_column(body: &[u8], at: usize) -> String {
    let before = body.get(..at).unwrap_or(body);
    let is_end = |byte: &&u8| **byte == b'\n';
    // All bytes of a character but the first are below this one.
    let is_character = |byte: &&u8| (**byte).cast_signed() >= -64;
    let line = before.iter().filter(is_end).count().saturating_add(1);
    let column = before.iter().rev().take_while(|byte| !is_end(byte)).filter(is_character).count();
    format!("line {line}, column {}", column.saturating_add(1))
}

/// Returns the path from the top level to a field, which is at a byte, with unknown names masked and without the indices
/// of lists; `None` if it has nothing around it, and in what is not JSON.
pub(crate) fn path(body: &[u8], field: &str, at: usize) -> Option<String> {
    let mut text = std::str::from_utf8(body).ok()?;
    let offset = |part: &str| part.as_ptr().addr().saturating_sub(body.as_ptr().addr());
    let mut names = Vec::new();
    loop {
        let mut inner = None;
        let read = json_members(text, LEVELS, |name, value| {
            let (from, to) = (offset(name), offset(value).saturating_add(value.len()));
            // An element of an array has no name.
            let from = if name.is_empty() { offset(value) } else { from };
            if (from..to).contains(&at) {
                inner = Some((name, value));
            }
        });
        let Some((name, value)) = inner.filter(|_| read.is_ok()) else { break };
        if !name.is_empty() {
            let name = Text::of_json(name).filter(|name| known::has_name(name.as_str()));
            names.push(name.as_ref().map_or(MASK, Text::as_str).to_owned());
        }
        if !value.starts_with(['{', '[']) || offset(value) >= at {
            break;
        }
        text = value;
    }
    let fields: Vec<_> = field.split('/').collect();
    let around = names.len().checked_sub(fields.len())?;
    let is_field = names.iter().skip(around).zip(&fields).all(|(name, field)| name == field || name == MASK);
    names.truncate(around);
    (around > 0 && is_field).then(|| format!("{}/{field}", names.join("/")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_begin_at_1() {
        let body = "é{\n日x\r\ny".as_bytes();
        for (at, place) in [
            (0, "line 1, column 1"),
            (2, "line 1, column 2"),
            (4, "line 2, column 1"),
            (7, "line 2, column 2"),
            (10, "line 3, column 1"),
            (99, "line 3, column 2"),
        ] {
            assert_eq!(line_and_column(body, at), place, "{at}");
        }
    }

    #[test]
    fn path_begins_at_the_top_level() {
        let body = r#"{"data":{"token":[{"expires_in":"soon"}],"nobodyKnowsThis":{"scope":1}},"expires_in":1,"scope":2}"#;
        for (field, text, expected) in [
            ("expires_in", "\"soon\"", Some("data/token/expires_in")),
            ("expires_in", "\"expires_in\":\"soon\"", Some("data/token/expires_in")),
            ("token/expires_in", "\"soon\"", Some("data/token/expires_in")),
            ("data/token/expires_in", "\"soon\"", None),
            ("scope", "1}", Some("data/***/scope")),
            ("expires_in", "1,", None),
            ("scope", "2}", None),
            ("other", "\"soon\"", None),
        ] {
            let at = body.find(text).unwrap_or_default();
            assert_eq!(path(body.as_bytes(), field, at).as_deref(), expected, "{text}");
        }
        assert_eq!(path(b"a=b", "a", 0), None);
    }
}
