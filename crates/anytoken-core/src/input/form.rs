//! Conversion of forms, `application/x-www-form-urlencoded`, to JSON.

use percent_encoding::percent_decode;

use super::source_map::SourceMap;
use crate::error::{Error, ErrorKind, Result};
use crate::json;
use crate::secret::SecretBuf;
use crate::span::Span;

/// Converts the form at a span of a text to a JSON object of strings.
///
/// A first pass measures the object, so that the buffer never grows. It has room after the object for the values to be
/// unescaped.
pub(crate) fn to_json(text: &str, span: Span) -> Result<(SecretBuf, SourceMap)> {
    let form = span.of(text).trim_ascii_end();
    let offset = |pair: &str| pair.as_ptr().addr().saturating_sub(text.as_ptr().addr());
    let pairs = || form.split('&').filter(|pair| !pair.is_empty());
    let (mut size, mut slack, mut count) = (2_usize, 0_usize, 0_usize);
    for pair in pairs() {
        let before = size;
        count = count.saturating_add(1);
        write(pair, &mut |piece| size = size.saturating_add(piece.len()))
            .map_err(|kind| Error::new(kind).with_offset(offset(pair)))?;
        size = size.saturating_add(1);
        // A pair without escapes grows by four quotes and a comma, since the colon replaces its `=`.
        if size.saturating_sub(before) > pair.len().saturating_add(5) {
            slack = slack.saturating_add(pair.len());
        }
    }
    let mut object = SecretBuf::with_capacity(size.saturating_add(slack));
    let mut source_map = SourceMap::with_capacity(count);
    object.push("{");
    for pair in pairs() {
        if object.len() > 1 {
            object.push(",");
        }
        source_map.add(object.len(), offset(pair));
        // Measuring succeeded, so this cannot fail.
        let _ = write(pair, &mut |piece| object.put(piece));
    }
    object.push("}");
    Ok((object, source_map))
}

/// Writes a pair as a JSON member.
fn write(pair: &str, out: &mut dyn FnMut(&str)) -> Result<(), ErrorKind> {
    let name = pair.bytes().take_while(|byte| *byte != b'=').count();
    let (name, value) = pair.split_at_checked(name).unwrap_or((pair, ""));
    let value = value.get(1..).unwrap_or("");
    string(name, out)?;
    out(":");
    string(value, out)
}

/// Writes a name or value as a JSON string, decoded by the URL standard.
///
/// Invalid UTF-8 is an error and never replaced; unencoded control characters are errors as well.
fn string(part: &str, out: &mut dyn FnMut(&str)) -> Result<(), ErrorKind> {
    if part.bytes().all(is_itself) {
        out("\"");
        out(part);
        out("\"");
        return Ok(());
    }
    if part.bytes().any(|byte| byte < b' ') {
        return Err(ErrorKind::Form);
    }
    out("\"");
    if !part.contains(['%', '+']) {
        json::escape(part, out);
    } else {
        let spaced = part.split('+').enumerate();
        let mut bytes = spaced.flat_map(|(index, run)| {
            (index > 0).then_some(b' ').into_iter().chain(percent_decode(run.as_bytes()))
        });
        let mut character = [0; 4];
        while let Some(first) = bytes.next() {
            if first.is_ascii() {
                json::escape(char::from(first).encode_utf8(&mut character), out);
                continue;
            }
            // The length of a UTF-8 sequence is in its first byte; an invalid one fails below.
            let length = match first {
                0xC0..0xE0 => 2,
                0xE0..0xF0 => 3,
                _ => 4,
            };
            let mut filled = 0_usize;
            for (to, byte) in character.iter_mut().zip(std::iter::once(first).chain(&mut bytes).take(length))
            {
                *to = byte;
                filled = filled.saturating_add(1);
            }
            let decoded = character.get(..filled).and_then(|bytes| std::str::from_utf8(bytes).ok());
            json::escape(decoded.ok_or(ErrorKind::NotUtf8)?, out);
        }
    }
    out("\"");
    Ok(())
}

/// Returns true if a byte is encoded neither in a form nor in JSON, like nearly all.
fn is_itself(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'%' | b'+' | b'\\')
}

/// Writes a name or value, encoded by the URL standard.
pub(crate) fn encode(part: &str, out: &mut dyn FnMut(&str)) {
    form_urlencoded::byte_serialize(part.as_bytes()).for_each(out);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(form: &str) -> Result<String, ErrorKind> {
        let object = to_json(form, Span::new(0, form.len())).map_err(|error| error.kind())?;
        Ok(object.0.expose().to_owned())
    }

    #[test]
    fn a_form_is_an_object_of_strings() {
        assert_eq!(
            json("a=b+c%20d%2B&&e&=%22%0A&%E2%82%AC=%zz%4\r\n").as_deref(),
            Ok(r#"{"a":"b c d+","e":"","":"\"\n","€":"%zz%4"}"#)
        );
        assert_eq!(json("a=+&b=c d%2B").as_deref(), Ok(r#"{"a":" ","b":"c d+"}"#));
        assert_eq!(json("é=%F0%9F%98%80é").as_deref(), Ok(r#"{"é":"😀é"}"#));
        assert_eq!(json("a=%C3%A9%E2%82%AC%C3%A9%F0%9F%98%80%C3%A9").as_deref(), Ok(r#"{"a":"é€é😀é"}"#));
        assert_eq!(json("a=abc%C3%A9%20%C3%A9").as_deref(), Ok(r#"{"a":"abcé é"}"#));
    }

    #[test]
    fn invalid_utf8_is_an_error() {
        for form in ["a=%FF", "a=%E2%82", "a=%E2x", "a=%80", "a=%C3+", "a=%F8%88%80%80%80", "a=%C0%80"] {
            assert_eq!(json(form), Err(ErrorKind::NotUtf8), "{form}");
        }
        assert_eq!(json("a=b\u{1}c"), Err(ErrorKind::Form));
        assert_eq!(json("a=b\nc=d"), Err(ErrorKind::Form));
    }

    /// Compares with `form_urlencoded` where that replaces nothing.
    #[test]
    fn same_as_form_urlencoded() {
        let forms = ["a=1&b=2", "a=%41%2b+%2B&b", "x=%E2%82%AC%zz&%3D=%26", "a&b=&=c", "%E9=1", "a=b=c"];
        for form in forms {
            let theirs = form_urlencoded::parse(form.as_bytes());
            let theirs: Vec<(String, String)> = theirs.into_owned().collect();
            let replaced = theirs.iter().any(|(name, value)| format!("{name}{value}").contains('\u{FFFD}'));
            let ours = json(form).ok().map(|json| {
                let tree = json::Tree::split(&json, Span::new(0, json.len()), 8, 0);
                let members = tree.map(|(tree, _)| {
                    let plain =
                        |span: Span| serde_json::from_str::<String>(span.of(&json)).unwrap_or_default();
                    let pairs = tree
                        .unread()
                        .map(|(_, node)| (plain(node.member.name.outside()), plain(node.member.value)));
                    pairs.collect::<Vec<_>>()
                });
                members.unwrap_or_default()
            });
            assert_eq!(ours, (!replaced).then_some(theirs), "{form}");
        }
    }
}
