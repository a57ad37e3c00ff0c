//! JSON strings.

use anytoken::SecretBuf;

/// The text of a JSON string: borrowed, or unescaped into a wiped buffer.
pub(crate) enum Text<'a> {
    Borrowed(&'a str),
    Owned(SecretBuf),
}

impl<'a> Text<'a> {
    /// Returns the text of a raw JSON value; `None` if it is not a string or has an unpaired surrogate.
    pub(crate) fn of_json(raw: &'a str) -> Option<Self> {
        let inside = raw.strip_prefix('"')?.strip_suffix('"')?;
        if inside.contains('\\') {
            unescaped(inside).map(|text| Self::Owned(SecretBuf::from(text)))
        } else {
            Some(Self::Borrowed(inside))
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Borrowed(text) => text,
            Self::Owned(text) => text.expose(),
        }
    }
}

/// Unescapes the inside of a JSON string into a buffer that never grows. The caller wipes it.
pub(crate) fn unescaped(inside: &str) -> Option<String> {
    let mut text = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some((plain, escaped)) = rest.split_once('\\') {
        text.push_str(plain);
        let Some((c, after)) = escape(escaped) else {
            drop(SecretBuf::from(text));
            return None;
        };
        text.push(c);
        rest = after;
    }
    text.push_str(rest);
    Some(text)
}

/// Returns the character of an escape, without its backslash, and the rest of the text.
fn escape(text: &str) -> Option<(char, &str)> {
    let mut chars = text.chars();
    let c = match chars.next()? {
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => return unicode(chars.as_str()),
        c @ ('"' | '\\' | '/') => c,
        _ => return None,
    };
    Some((c, chars.as_str()))
}

fn unicode(text: &str) -> Option<(char, &str)> {
    let (high, rest) = unit(text)?;
    if let Some(c) = char::from_u32(u32::from(high)) {
        return Some((c, rest));
    }
    let (low, rest) = unit(rest.strip_prefix("\\u")?)?;
    let c = char::decode_utf16([high, low]).next()?.ok()?;
    Some((c, rest))
}

fn unit(text: &str) -> Option<(u16, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    let digits = Some(digits).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    Some((u16::from_str_radix(digits, 16).ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_decoded() {
        let text = r#"a\"\\\/\b\f\n\r\t\u00e9\u20AC\ud83d\ude00z"#;
        assert_eq!(unescaped(text).as_deref(), Some("a\"\\/\u{8}\u{c}\n\r\té€😀z"));
        assert_eq!(unescaped("").as_deref(), Some(""));
    }

    #[test]
    fn unpaired_surrogate_is_rejected() {
        for text in
            [r"\ud83d", r"\ud83dx", r"\ud83d\n", r"\ud83d\ud83d", r"\ude00", r"\u12", r"\u+123", r"\x", r"a\"]
        {
            assert_eq!(unescaped(text), None, "{text}");
        }
    }

    #[test]
    fn only_strings_have_text() {
        for raw in ["1", "null", "{}", "\"", ""] {
            assert!(Text::of_json(raw).is_none(), "{raw}");
        }
        assert_eq!(Text::of_json(r#""a b""#).as_ref().map(Text::as_str), Some("a b"));
    }
}
