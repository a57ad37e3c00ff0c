//! A walk through a member of a text that has been scanned: all members within it, in order, in one pass.

use super::scan::{Member, StringForm};
use crate::error::JsonKind;
use crate::span::Span;

/// An event of a walk.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Event {
    /// A text, a number, `true`, `false` or `null`, or an object or array that is empty.
    Leaf(Member),
    /// An object or array begins; its value is the span of its opening bracket.
    Open(Member),
    /// The innermost object or array ends.
    Close,
}

/// Passes on the events of a member, itself first.
pub(crate) fn walk(text: &str, member: Member, mut visit: impl FnMut(Event)) {
    let bytes = text.as_bytes().get(..member.value.end()).unwrap_or_default();
    let mut at = member.value.start();
    let mut name = Some((member.name, member.name_escaped));
    while let Some(first) = bytes.get(at) {
        let start = at;
        at = at.saturating_add(1);
        let (kind, escaped) = match first {
            b'{' => (JsonKind::Object, false),
            b'[' => (JsonKind::Array, false),
            b'}' | b']' => {
                visit(Event::Close);
                continue;
            }
            b'"' => {
                let (end, escaped) = string_end(bytes, at);
                at = end;
                if bytes.get(after_blanks(bytes, at)) == Some(&b':') {
                    name = Some((Span::new(start, at).inside(), escaped));
                    continue;
                }
                (JsonKind::String, escaped)
            }
            b',' | b':' | b' ' | b'\n' | b'\r' | b'\t' => continue,
            _ => {
                let is_end = |byte: &u8| matches!(byte, b',' | b']' | b'}' | b' ' | b'\n' | b'\r' | b'\t');
                let rest = bytes.get(at..).unwrap_or_default();
                at = at.saturating_add(rest.iter().position(is_end).unwrap_or(rest.len()));
                (JsonKind::of(Span::new(start, at).of(text)).unwrap_or(JsonKind::Null), false)
            }
        };
        let is_container = matches!(kind, JsonKind::Object | JsonKind::Array);
        let next = after_blanks(bytes, at);
        let is_empty = is_container && matches!(bytes.get(next), Some(b'}' | b']'));
        if is_empty {
            at = next.saturating_add(1);
        }
        let form = if escaped { StringForm::Escaped } else { StringForm::Plain };
        let (name, name_escaped) = name.take().unwrap_or_default();
        let member = Member { name, value: Span::new(start, at), kind, name_escaped, form };
        visit(if is_container && !is_empty { Event::Open(member) } else { Event::Leaf(member) });
    }
}

/// Returns the offset behind the string whose opening quote is before an offset, and true if it has escapes.
fn string_end(bytes: &[u8], mut at: usize) -> (usize, bool) {
    let mut escaped = false;
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memchr2(b'"', b'\\', rest)) {
        at = at.saturating_add(found).saturating_add(1);
        if bytes.get(at.saturating_sub(1)) == Some(&b'"') {
            return (at, escaped);
        }
        (at, escaped) = (at.saturating_add(1), true);
    }
    (bytes.len(), escaped)
}

fn after_blanks(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at.saturating_add(rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns a nameless member whose value is all of a text.
    fn whole(text: &str) -> Member {
        let (name, value, form) = (Span::default(), Span::new(0, text.len()), StringForm::Plain);
        Member { name, value, kind: JsonKind::Object, name_escaped: false, form }
    }

    #[test]
    fn every_member_is_met_once_and_in_order() {
        let text = "{\"a\" : 1, \"b\\\"\":{\"c\":[ ] ,\"d\":\"x\\\\\"}, \"e\":[true,{\"f\":-1e3}]}";
        let mut seen = Vec::new();
        walk(text, whole(text), |event| {
            seen.push(match event {
                Event::Leaf(member) => format!("{}={}", member.name.of(text), member.value.of(text)),
                Event::Open(member) => format!("{}{}", member.name.of(text), member.value.of(text)),
                Event::Close => ".".to_owned(),
            });
        });
        let expected =
            ["{", "a=1", "b\\\"{", "c=[ ]", "d=\"x\\\\\"", ".", "e[", "=true", "{", "f=-1e3", ".", ".", "."];
        assert_eq!(seen, expected);
    }

    #[test]
    fn a_text_that_ends_early_ends_the_walk() {
        for text in ["", "{", "{\"a", "{\"a\\", "[1", "x"] {
            walk(text, whole(text), |_| {});
        }
    }
}
