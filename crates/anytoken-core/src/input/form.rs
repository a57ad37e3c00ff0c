//! Conversion of forms, `application/x-www-form-urlencoded`, to JSON.

use super::object::Object;
use crate::error::{Error, ErrorKind, JsonKind, Result};
use crate::json::{self, Form, Member, Stops, StringForm, bytes};
use crate::span::Span;

/// Converts the form at a span of a text to a JSON object of strings.
///
/// Names and values are decoded by the URL standard. Invalid UTF-8 is an error and never replaced; unencoded control
/// characters are errors as well.
pub(super) fn to_json(text: &str, span: Span) -> Result<Object> {
    let form = span.of(text).trim_ascii_end();
    let bytes = form.as_bytes();
    let pairs = bytes::sum(bytes, |byte| u8::from(byte == b'&')).saturating_add(1);
    // A pair grows by four quotes, a colon and a comma, less its `&`: 5. Of all escapes `%00` grows most, to `\u0000`: 3.
    let growth = bytes::sum(bytes, |byte| {
        let [is_end, is_escape, is_quote] = [byte == b'&', byte == b'%', (byte == b'"') | (byte == b'\\')];
        u8::from(is_end) << 2 | u8::from(is_escape) << 1 | u8::from(is_end | is_escape | is_quote)
    });
    let size = form.len().saturating_add(growth).saturating_add(7);
    let mut reader = Reader { form, stops: Stops::NONE, object: Object::new(size, pairs) };
    let mut at = 0;
    while let Some(first) = bytes.get(at) {
        at = match first {
            b'&' => at.saturating_add(1),
            _ => {
                let source = span.start().saturating_add(at);
                reader.pair(at, source).map_err(|kind| Error::new(kind).with_offset(source))?
            }
        };
    }
    Ok(reader.object.close())
}

/// A form that is read, and the object of the pairs before.
struct Reader<'f> {
    form: &'f str,
    stops: Stops,
    object: Object,
}

impl Reader<'_> {
    /// Adds the pair at an offset, whose offset in the source is given too, and returns the offset after it.
    fn pair(&mut self, at: usize, source: usize) -> Result<usize, ErrorKind> {
        let start = self.object.start_member(source);
        let (end, name_form) = self.string(at, b'=')?;
        let name = Span::new(start, self.object.text.len());
        self.object.text.put("\":\"");
        let value = if self.byte(end) == Some(b'=') { end.saturating_add(1) } else { end };
        let (end, form) = self.string(value, b'&')?;
        self.object.text.put("\"");
        let value = Span::new(name.end().saturating_add(2), self.object.text.len());
        let (kind, name_escaped) = (JsonKind::String, name_form.is_escaped());
        self.object.end_member(Member { name, value, kind, name_escaped, form });
        Ok(end)
    }

    /// Writes a name or value, which a `&` or another sign ends, and returns its end and its form in the object.
    #[inline(always)]
    fn string(&mut self, mut at: usize, end: u8) -> Result<(usize, StringForm), ErrorKind> {
        let (mut is_visible, mut is_escaped) = (true, false);
        loop {
            let stop = self.stops.next::<Form>(self.form.as_bytes(), at);
            self.object.text.put(self.form.get(at..stop).unwrap_or(""));
            let sign = match self.byte(stop) {
                Some(sign) if sign != end && sign != b'&' => sign,
                _ => return Ok((stop, StringForm::of(is_visible, is_escaped))),
            };
            let (c, after) = self.character(stop, sign)?;
            at = after;
            is_visible &= matches!(c, ' '..='~');
            is_escaped |= matches!(c, ..' ' | '"' | '\\');
        }
    }

    /// Writes the character at a stop, and returns it and the offset after it.
    #[inline(never)]
    fn character(&mut self, at: usize, sign: u8) -> Result<(char, usize), ErrorKind> {
        let (c, end) = match sign {
            b'+' => (' ', at.saturating_add(1)),
            b'%' => self.encoded(at)?,
            ..b' ' => return Err(ErrorKind::Form),
            _ => {
                let c = self.form.get(at..).and_then(|rest| rest.chars().next()).ok_or(ErrorKind::NotUtf8)?;
                (c, at.saturating_add(c.len_utf8()))
            }
        };
        let (text, sent) = (&mut self.object.text, &mut [0; 4]);
        match c {
            ..' ' | '"' | '\\' => json::escape(c.encode_utf8(sent), &mut |piece| text.put(piece)),
            _ => text.put(c.encode_utf8(sent)),
        }
        Ok((c, end))
    }

    /// Returns the character whose bytes are encoded from an offset on, and the offset after it.
    ///
    /// A `%` without two digits is itself.
    fn encoded(&self, at: usize) -> Result<(char, usize), ErrorKind> {
        let rest = self.form.as_bytes().get(at..).unwrap_or_default();
        let mut bytes = rest.chunks(3).map_while(|triplet| match triplet {
            [b'%', high, low] => {
                json::hex(&[b'0', b'0', *high, *low]).and_then(|byte| u8::try_from(byte).ok())
            }
            _ => None,
        });
        let Some(first) = bytes.next() else { return Ok(('%', at.saturating_add(1))) };
        // The length of a sequence is in its first byte; an invalid one fails below.
        let length = match first {
            ..0x80 => return Ok((char::from(first), at.saturating_add(3))),
            0x80..0xC0 => 1,
            0xC0..0xE0 => 2,
            0xE0..0xF0 => 3,
            0xF0.. => 4,
        };
        let mut sequence = [first, 0, 0, 0];
        for (to, byte) in sequence.iter_mut().take(length).skip(1).zip(bytes) {
            *to = byte;
        }
        let sequence = sequence.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok());
        let c = sequence.and_then(|text| text.chars().next()).ok_or(ErrorKind::NotUtf8)?;
        Ok((c, at.saturating_add(length.saturating_mul(3))))
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.form.as_bytes().get(at).copied()
    }
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
        Ok(object.text.expose().to_owned())
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
}
