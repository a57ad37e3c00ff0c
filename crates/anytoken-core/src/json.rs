//! JSON strings: taken apart and put together without a copy that is not wiped.

/// The characters of the inside of a JSON string that has been scanned.
///
/// A lone surrogate has no character: it yields an error.
pub(crate) fn unescape(inside: &str) -> Unescape<'_> {
    Unescape { rest: inside.chars() }
}

pub(crate) struct Unescape<'a> {
    rest: std::str::Chars<'a>,
}

/// A `\u` escape that names no character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LoneSurrogate;

impl Iterator for Unescape<'_> {
    type Item = Result<char, LoneSurrogate>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.rest.next()? {
            '\\' => Some(self.escape().ok_or(LoneSurrogate)),
            plain => Some(Ok(plain)),
        }
    }
}

impl<'a> Unescape<'a> {
    /// What has not been read yet.
    pub(crate) fn rest(&self) -> &'a str {
        self.rest.as_str()
    }

    fn escape(&mut self) -> Option<char> {
        match self.rest.next()? {
            'b' => Some('\u{8}'),
            'f' => Some('\u{c}'),
            'n' => Some('\n'),
            'r' => Some('\r'),
            't' => Some('\t'),
            'u' => self.unicode(),
            itself => Some(itself),
        }
    }

    fn unicode(&mut self) -> Option<char> {
        let first = self.unit()?;
        let units = if (0xD800..0xDC00).contains(&first) {
            let escape = [self.rest.next(), self.rest.next()] == [Some('\\'), Some('u')];
            [first, if escape { self.unit()? } else { return None }]
        } else {
            [first, 0]
        };
        let length = if units == [first, 0] { 1 } else { 2 };
        char::decode_utf16(units.into_iter().take(length)).next()?.ok()
    }

    fn unit(&mut self) -> Option<u16> {
        let digits = self.rest.as_str().get(..4)?;
        let unit = u16::from_str_radix(digits, 16).ok()?;
        self.rest = self.rest.as_str().get(4..)?.chars();
        Some(unit)
    }
}

/// Hands out the inside of the JSON string that holds `text`, piece by piece.
pub(crate) fn escape(text: &str, out: &mut dyn FnMut(&str)) {
    let mut plain = text;
    while let Some(at) = plain.find(|c| c < ' ' || c == '"' || c == '\\') {
        let (before, rest) = plain.split_at(at);
        let mut rest = rest.chars();
        out(before);
        match rest.next() {
            Some('"') => out("\\\""),
            Some('\\') => out("\\\\"),
            Some('\n') => out("\\n"),
            Some('\r') => out("\\r"),
            Some('\t') => out("\\t"),
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

/// Hands out the JSON string that holds `text`.
pub(crate) fn quote(text: &str, out: &mut dyn FnMut(&str)) {
    out("\"");
    escape(text, out);
    out("\"");
}

/// Hands out JSON that has been scanned, without the white space between its parts.
pub(crate) fn compact(json: &str, out: &mut dyn FnMut(&str)) {
    // Every other piece between quotes is the inside of a string, up to an escaped quote, which ends none.
    let mut in_string = false;
    let mut rest = json;
    while let Some(at) = rest.find(|c| c == '"' || (c == '\\' && in_string) || (c <= ' ' && !in_string)) {
        let escape = rest.get(at..).is_some_and(|rest| rest.starts_with('\\'));
        let blank = !in_string && !rest.get(at..).is_some_and(|rest| rest.starts_with('"'));
        let width = if escape { 2 } else { 1 };
        let (before, behind) = rest.split_at_checked(at.saturating_add(width)).unwrap_or((rest, ""));
        out(if blank { before.trim_ascii_end() } else { before });
        in_string ^= !escape && !blank;
        rest = behind;
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
    fn escapes_are_read() {
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
    fn white_space_is_left_out_between_parts_only() {
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
    fn what_is_quoted_reads_back() {
        let text: String = (0..=0x10FFFF_u32).step_by(7).chain(0..0x100).filter_map(char::from_u32).collect();
        let mut quoted = String::new();
        quote(&text, &mut |piece| quoted.push_str(piece));
        assert_eq!(serde_json::from_str::<String>(&quoted).ok(), Some(text));
    }
}
