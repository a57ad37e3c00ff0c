//! JSON strings.

use anytoken::{SecretBuf, json_text};

/// The text of a JSON string: borrowed, or unescaped into a wiped buffer.
pub(crate) enum Text<'a> {
    Borrowed(&'a str),
    Owned(SecretBuf),
}

impl<'a> Text<'a> {
    /// Returns the text of a valid JSON value; `None` if it is not a string or has an unpaired surrogate.
    pub(crate) fn of_json(raw: &'a str) -> Option<Self> {
        let inside = raw.strip_prefix('"')?.strip_suffix('"')?;
        if inside.contains('\\') {
            json_text(inside).map(|text| Self::Owned(SecretBuf::from(text)))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_decoded() {
        let raw = r#""a\"\\\/\u00e9\ud83d\ude00z""#;
        assert_eq!(Text::of_json(raw).as_ref().map(Text::as_str), Some("a\"\\/é😀z"));
        assert!(Text::of_json(r#""\ud83dx""#).is_none());
    }

    #[test]
    fn only_strings_have_text() {
        for raw in ["1", "null", "{}", "\"", ""] {
            assert!(Text::of_json(raw).is_none(), "{raw}");
        }
        assert_eq!(Text::of_json(r#""a b""#).as_ref().map(Text::as_str), Some("a b"));
    }
}
