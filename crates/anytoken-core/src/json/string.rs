//! Escaping and unescaping of JSON strings, piece by piece, so that no copy of a secret remains.

use super::bytes;
use super::stops::{Any, BLOCK, Backslashes, Stops};

/// Returns the characters of a scanned JSON string, given without its quotes.
///
/// A lone surrogate yields an error.
pub(crate) fn unescape(inside: &str) -> impl Iterator<Item = Result<char, LoneSurrogate>> {
    let mut rest = inside;
    std::iter::from_fn(move || {
        let (c, length) = match rest.chars().next()? {
            '\\' => {
                decode_escape(rest.as_bytes()).map_or((Err(LoneSurrogate), 2), |(c, length)| (Ok(c), length))
            }
            plain => (Ok(plain), plain.len_utf8()),
        };
        rest = rest.get(length..).unwrap_or("");
        Some(c)
    })
}

/// A piece of a JSON string that is unescaped: the fast way, of which [`unescape`] is the plain one.
pub(crate) enum Piece {
    /// The text from one offset to another as it is.
    Run(usize, usize),
    /// The character of an escape.
    Char(char),
}

/// The pieces of a scanned JSON string in a text, which is passed anew for each, since a buffer may grow between two.
pub(crate) struct Pieces {
    at: usize,
    end: usize,
    stops: Stops,
}

impl Pieces {
    /// Begins with the string between two offsets, which is given without its quotes.
    pub(crate) fn new(start: usize, end: usize) -> Self {
        Self { at: start, end, stops: Stops::NONE }
    }

    /// Returns the next piece.
    ///
    /// An escaped quote, backslash or slash begins the run behind it: it stands for its second byte.
    #[inline(always)]
    pub(crate) fn next(&mut self, text: &[u8]) -> Option<Result<Piece, LoneSurrogate>> {
        let (mut start, mut from) = (self.at, self.at);
        if start >= self.end {
            return None;
        }
        if text.get(start)? == &b'\\' {
            if !matches!(text.get(start.wrapping_add(1)), Some(b'"' | b'\\' | b'/')) {
                let decoded = text.get(start..).and_then(decode_escape);
                let Some((c, length)) = decoded else { return Some(Err(LoneSurrogate)) };
                self.at = start.wrapping_add(length);
                return Some(Ok(Piece::Char(c)));
            }
            start = start.wrapping_add(1);
            from = start.wrapping_add(1);
        }
        // A block from the end on is found whole, not padded, but nothing is searched behind that.
        let text = text.get(..self.end.wrapping_add(BLOCK)).unwrap_or(text);
        self.at = self.stops.next::<Backslashes>(text, from).min(self.end);
        Some(Ok(Piece::Run(start, self.at)))
    }
}

/// The error of a `\u` escape that is a lone surrogate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LoneSurrogate;

/// Returns the character of the escape at the start of some bytes, and the length of the escape.
///
/// The scanner has validated the escape; `None` is a lone surrogate.
#[inline(always)]
fn decode_escape(bytes: &[u8]) -> Option<(char, usize)> {
    let c = match bytes.get(1)? {
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return decode_unicode_escape(bytes.get(2..)?),
        itself => char::from(*itself),
    };
    Some((c, 2))
}

/// Returns the character of a `\u` escape, given from its digits on, and the length of the escape or of the pair.
#[inline(always)]
fn decode_unicode_escape(digits: &[u8]) -> Option<(char, usize)> {
    let unit = hex(digits.first_chunk()?)?;
    match char::from_u32(u32::from(unit)) {
        Some(c) => Some((c, 6)),
        None => decode_surrogate_pair(unit, digits.get(4..)?),
    }
}

/// Returns the character of a high surrogate and the escape that follows it, and the length of both escapes.
#[inline(never)]
fn decode_surrogate_pair(high: u16, tail: &[u8]) -> Option<(char, usize)> {
    let low = hex(tail.strip_prefix(b"\\u")?.first_chunk()?)?;
    Some((char::decode_utf16([high, low]).next()?.ok()?, 12))
}

/// Returns the number of four hexadecimal digits.
#[inline]
pub(crate) fn hex([a, b, c, d]: &[u8; 4]) -> Option<u16> {
    let digit = |byte: &u8| DIGITS.get(usize::from(*byte)).copied().unwrap_or(NONE);
    let (a, b, c, d) = (digit(a), digit(b), digit(c), digit(d));
    let number = a << 12 | b << 8 | c << 4 | d;
    // No digit has the bit of `NONE`.
    ((a | b | c | d) < NONE).then_some(number)
}

/// The value of a byte that is not a digit.
const NONE: u16 = 16;

/// The value of each byte as a hexadecimal digit.
#[allow(clippy::indexing_slicing, clippy::as_conversions)]
const DIGITS: [u16; 256] = {
    let mut digits = [NONE; 256];
    let mut value = 0_usize;
    while value < 16 {
        // Sixteen digits and their capitals, each within the table.
        let byte = b"0123456789abcdef"[value];
        digits[byte as usize] = value as u16;
        digits[byte.to_ascii_uppercase() as usize] = value as u16;
        value = value.wrapping_add(1);
    }
    digits
};

/// Writes `text` escaped for a JSON string, without quotes, piece by piece.
#[inline]
pub(crate) fn escape(text: &str, out: &mut (impl FnMut(&str) + ?Sized)) {
    if bytes::need_no_escape(text.as_bytes()) { out(text) } else { escape_any(text, &mut |piece| out(piece)) }
}

#[inline(never)]
fn escape_any(text: &str, out: &mut dyn FnMut(&str)) {
    let mut plain = text;
    while let Some((before, rest)) = plain.split_at_checked(stop(plain)).filter(|(_, rest)| !rest.is_empty())
    {
        let mut rest = rest.chars();
        out(before);
        match rest.next() {
            Some('"') => out("\\\""),
            Some('\\') => out("\\\\"),
            Some('\n') => out("\\n"),
            Some('\r') => out("\\r"),
            Some('\t') => out("\\t"),
            Some('\u{8}') => out("\\b"),
            Some('\u{c}') => out("\\f"),
            Some(control) => {
                let digit = |n: u32| char::from_digit(n, 16).unwrap_or('0');
                let (high, low) = (digit(u32::from(control) >> 4), digit(u32::from(control) & 15));
                out("\\u00");
                out(high.encode_utf8(&mut [0; 4]));
                out(low.encode_utf8(&mut [0; 4]));
            }
            None => {}
        }
        plain = rest.as_str();
    }
    out(plain);
}

/// Returns the offset of the first quote, backslash or control character of a text, or its length.
fn stop(text: &str) -> usize {
    Stops::seek::<Any>(text.as_bytes(), 0)
}

/// Writes `text` as a JSON string.
#[inline]
pub(crate) fn quote(text: &str, out: &mut (impl FnMut(&str) + ?Sized)) {
    out("\"");
    escape(text, out);
    out("\"");
}

/// Writes scanned JSON without the whitespace between tokens.
pub(crate) fn compact(json: &str, out: &mut dyn FnMut(&str)) {
    // A string has no whitespace around tokens, and nearly all other JSON has no blank at all. The fold does not end at
    // the first, so that the compiler uses vector instructions.
    let is_string = json.starts_with('"') && json.ends_with('"');
    if is_string || json.bytes().fold(true, |no_blank, byte| no_blank & (byte > b' ')) {
        return out(json);
    }
    // Each quote starts or ends a string, except an escaped one, which is skipped with its backslash.
    let mut in_string = false;
    let mut rest = json;
    let is_stop = |byte| byte == b'"' || byte <= b' ';
    while let Some(at) = if in_string { Some(stop(rest)) } else { rest.bytes().position(is_stop) } {
        let Some(found) = rest.as_bytes().get(at) else { break };
        let is_escape = *found == b'\\';
        let is_whitespace = !in_string && *found != b'"';
        let width = if is_escape { 2 } else { 1 };
        let (before, tail) = rest.split_at_checked(at.saturating_add(width)).unwrap_or((rest, ""));
        out(if is_whitespace { before.trim_ascii_end() } else { before });
        in_string ^= !is_escape && !is_whitespace;
        rest = if is_whitespace { tail.trim_ascii_start() } else { tail };
    }
    out(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(inside: &str) -> Result<String, LoneSurrogate> {
        unescape(inside).collect()
    }

    #[test]
    fn escapes_are_decoded() {
        assert_eq!(
            plain(r#"a\/\"\\\b\f\n\r\t\u0041\ud83d\ude00é"#).as_deref(),
            Ok("a/\"\\\u{8}\u{c}\n\r\tA😀é")
        );
        assert_eq!(plain(r"\u0000").as_deref(), Ok("\0"));
        for lone in [r"\ud800", r"\ud800x", r"\udc00", r"\ud800\ud800", r"\ud800\u0000", r"\ud800\n"] {
            assert_eq!(plain(lone), Err(LoneSurrogate), "{lone}");
        }
    }

    #[test]
    fn only_whitespace_between_tokens_is_removed() {
        for (json, compacted) in [
            (
                " { \"a b\" : [ 1 ,\r\n2 ] ,\t\"c\" : \" \\\" \\\\\" } ",
                "{\"a b\":[1,2],\"c\":\" \\\" \\\\\"}",
            ),
            ("1", "1"),
            ("\"\"", "\"\""),
            ("\"\\u0020 é\"", "\"\\u0020 é\""),
        ] {
            let mut text = String::new();
            compact(json, &mut |piece| text.push_str(piece));
            assert_eq!(text, compacted);
        }
    }

    #[test]
    fn quoted_text_unescapes_to_itself() {
        let text: String = (0..=0x10FFFF_u32).step_by(7).chain(0..0x100).filter_map(char::from_u32).collect();
        let mut quoted = String::new();
        quote(&text, &mut |piece| quoted.push_str(piece));
        assert_eq!(serde_json::from_str::<String>(&quoted).ok(), Some(text));
    }
}
