//! A body with its unknown names and its values masked.

mod excerpt;
mod pieces;
mod shown;

use std::ops::Range;

use anytoken::SecretBuf;

use self::excerpt::Excerpt;
use self::pieces::Piece;
pub(crate) use self::pieces::{Kind, of as pieces};
pub(crate) use self::shown::Shown;
use crate::json_text::Text;

/// A body in pieces, and the rules for showing them.
pub(crate) struct Masked<'a> {
    body: &'a [u8],
    pieces: Vec<Piece>,
    shown: Shown<'a>,
}

/// The replacement of a masked text.
pub(crate) const MASK: &str = "***";

/// Returns true if each part of a path is shorter than a token, or made of words.
pub(crate) fn is_plain(path: &str) -> bool {
    const SHORTEST: usize = 20;
    let is_word = |word: &str| word.len() <= 15 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_plain = |part: &str| {
        part.chars().count() < SHORTEST || part.len() <= 64 && part.split(['_', '-']).all(is_word)
    };
    path.split(['/', '\\', '.']).all(is_plain)
}

impl<'a> Masked<'a> {
    pub(crate) fn new(body: &'a [u8], shown: Shown<'a>) -> Self {
        Self { body, pieces: pieces::of(body), shown }
    }

    /// Returns the excerpt around a byte of the body, in the given number of columns.
    pub(crate) fn around(&self, at: usize, columns: usize) -> Excerpt {
        let center = self.pieces.partition_point(|piece| piece.end <= at);
        let text = self.text(center);
        let punctuation = self.pieces.get(center).filter(|piece| piece.kind == Kind::Punctuation);
        let place = match punctuation {
            Some(piece) => {
                let before = spaced(self.bytes(piece.start..at.max(piece.start))).len();
                before..before.saturating_add(1)
            }
            // The end of the body has a column too.
            None => 0..text.len().max(1),
        };
        let before = self.texts((0..center).rev(), columns);
        let after = self.texts(center.saturating_add(1)..self.pieces.len(), columns);
        Excerpt::new(before, (text, place), after, columns)
    }

    /// Returns the texts of pieces until the columns are filled, and true if these are all.
    fn texts(&self, indices: impl Iterator<Item = usize>, columns: usize) -> (Vec<SecretBuf>, bool) {
        let (mut texts, mut length) = (Vec::new(), 0_usize);
        for index in indices {
            if length > columns {
                return (texts, false);
            }
            let text = self.text(index);
            length = length.saturating_add(text.len());
            texts.push(text);
        }
        (texts, true)
    }

    /// Returns a piece as shown, in visible ASCII; empty after the last one.
    fn text(&self, index: usize) -> SecretBuf {
        let Some(piece) = self.pieces.get(index) else { return SecretBuf::default() };
        let bytes = self.bytes(piece.start..piece.end);
        if piece.kind == Kind::Punctuation {
            return SecretBuf::from(spaced(bytes));
        }
        let masked = if bytes.starts_with(b"\"") { "\"***\"" } else { MASK };
        let Ok(sent) = std::str::from_utf8(bytes) else { return SecretBuf::from(masked) };
        if self.shown.reveal {
            return visible(sent);
        }
        let shown = match piece.kind {
            Kind::Punctuation | Kind::Name => self.name(sent),
            Kind::Value => self.value(index, sent),
        };
        let is_visible = |text: &SecretBuf| text.expose().bytes().all(|byte| (b' '..=b'~').contains(&byte));
        shown.filter(is_visible).unwrap_or_else(|| SecretBuf::from(masked))
    }

    /// Returns a name if part of it may be shown.
    fn name(&self, sent: &str) -> Option<SecretBuf> {
        let name = plain(sent)?;
        let shown = self.shown.name(name.as_str())?;
        Some(replace_text(sent, name.as_str(), &shown))
    }

    /// Returns a value if part of it may be shown.
    fn value(&self, index: usize, sent: &str) -> Option<SecretBuf> {
        // An empty value reveals nothing.
        if ["null", "\"\"", ""].contains(&sent) {
            return Some(SecretBuf::from(sent));
        }
        let value = plain(sent)?;
        let before = self.pieces.get(..index).unwrap_or_default().iter().rev();
        let name = before.into_iter().find(|piece| piece.kind == Kind::Name);
        let name = name.and_then(|name| plain(std::str::from_utf8(self.bytes(name.start..name.end)).ok()?));
        let shown = self.shown.value(name.as_ref().map_or("", Text::as_str), value.as_str())?;
        Some(replace_text(sent, value.as_str(), &shown))
    }

    fn bytes(&self, place: Range<usize>) -> &'a [u8] {
        self.body.get(place).unwrap_or_default()
    }
}

/// Returns the text as sent if all of it is shown, and else the part that is, with the quotes of the text.
fn replace_text(sent: &str, text: &str, shown: &str) -> SecretBuf {
    match sent.strip_prefix('"') {
        _ if shown == text => SecretBuf::from(sent),
        Some(_) => SecretBuf::from(format!("\"{shown}\"")),
        None => SecretBuf::from(shown),
    }
}

/// Returns the text of a name or value, which is a JSON string if it is quoted.
fn plain(sent: &str) -> Option<Text<'_>> {
    if sent.starts_with('"') { Text::of_json(sent) } else { Some(Text::Borrowed(sent)) }
}

/// Returns punctuation with a space after each comma and colon.
fn spaced(punctuation: &[u8]) -> String {
    let mut text = String::new();
    for byte in punctuation {
        text.push(char::from(*byte));
        if matches!(byte, b',' | b':') {
            text.push(' ');
        }
    }
    text
}

/// Replaces all but visible ASCII, so that every character has one column.
fn visible(text: &str) -> SecretBuf {
    let mut visible = SecretBuf::with_capacity(text.len());
    for c in text.chars() {
        let c = if (' '..='~').contains(&c) { c } else { '?' };
        visible.push(c.encode_utf8(&mut [0; 4]));
    }
    visible
}

#[cfg(test)]
mod tests {
    use anytoken::Response;
    use time::UtcDateTime;

    use super::*;

    /// Returns the excerpt around a text, for a body that is decoded or, if that fails, for an invalid one.
    fn around(body: &str, text: &str, columns: usize) -> [String; 2] {
        let decoded = anytoken::decode(Response::new(body.as_bytes(), UtcDateTime::UNIX_EPOCH));
        let shown = decoded
            .as_ref()
            .map_or(Shown::undecoded(), |decoded| Shown::decoded(decoded, UtcDateTime::UNIX_EPOCH));
        let at = body.find(text).unwrap_or(body.len());
        let excerpt = Masked::new(body.as_bytes(), shown).around(at, columns);
        [excerpt.line.expose().to_owned(), excerpt.carets()]
    }

    #[test]
    fn only_values_of_the_answer_are_shown() {
        let body = r#"{"access_token":"EXAMPLE","token_type":"bot", "scope" : "a b","expires_in":"60","n":60,
            "x":{"scope":"a b","y":[true,null,"a c"]},"id_token":""}"#;
        let line = concat!(
            r#"{"access_token": "***", "token_type": "bot", "scope": "a b", "expires_in": "60", "n": ***, "#,
            r#""x": {"scope": "a b", "***": [***, null, "***"]}, "id_token": ""}"#
        );
        assert_eq!(around(body, "true", 200), [line.to_owned(), format!("{:>124}", "^^^")]);
        let error_response = r#"{"error":"invalid_grant","error_description":"EXAMPLE-REFRESH-0001-0002 \"is\" old","y":"invalid_grant"}"#;
        let line = r#"{"error": "invalid_grant", "error_description": "*** "is" old", "y": "***"}"#;
        assert_eq!(
            around(error_response, "invalid", 200),
            [line.to_owned(), format!("{:>25}", "^".repeat(15))]
        );
    }

    #[test]
    fn invalid_body_shows_only_known_names() {
        for (body, line) in [
            (
                r#"{"access_token":"a","x":"b","scope":c!d,e:"f"#,
                r#"{"access_token": "***", "***": "***", "scope": ***, ***: "***""#,
            ),
            (r#"["a",{"expires_in":soon}]"#, r#"["***", {"expires_in": ***}]"#),
            ("<token_type a='b'>x</y>&z", "<token_type ***='***'>***</***>***"),
            ("access_token=%FF&&b&scope=c=d", "access_token=***&&***&scope=***"),
        ] {
            assert_eq!(
                around(body, "no such text", 200),
                [line.to_owned(), format!("{}^", " ".repeat(line.len()))]
            );
        }
    }

    #[test]
    fn long_body_is_cut_around_the_place() {
        let body = format!(r#"{{"access_token":"EXAMPLE",{}"expires_in":soon}}"#, r#""n":1,"#.repeat(1000));
        assert_eq!(
            around(&body, "soon", 30),
            [r#"...*": ***, "expires_in": ***}"#, &format!("{:>29}", "^^^")]
        );
    }

    /// Excerpts around every place show only known names and punctuation, and fit their columns.
    #[test]
    fn no_place_shows_a_secret() {
        const SECRET: &str = "Qx7ZkW3vPmT9RbL5YcN2HdJ8";
        for body in [
            format!(r#"{{"access_token":"{SECRET}","{SECRET}":["{SECRET}",{SECRET},"\u00e9{SECRET}"],"é":1"#),
            format!("access_token={SECRET}&{SECRET}={SECRET}&é"),
            format!("<a {SECRET}='{SECRET}'><{SECRET}/>{SECRET}<![CDATA[{SECRET}]]>é"),
            format!("{SECRET}({{\"{SECRET}\":{SECRET}"),
            SECRET.to_owned(),
        ] {
            let masked = Masked::new(body.as_bytes(), Shown::undecoded());
            for at in 0..body.len().saturating_add(2) {
                for columns in [20, 37, 56, 500] {
                    let excerpt = masked.around(at, columns);
                    let (line, carets) = (excerpt.line.expose(), excerpt.carets());
                    assert!(
                        line.len() <= columns && carets.len() <= columns.max(line.len().saturating_add(1)),
                        "{at}"
                    );
                    assert!(
                        !SECRET
                            .as_bytes()
                            .windows(6)
                            .any(|part| line.as_bytes().windows(6).any(|other| part == other))
                    );
                }
            }
        }
    }
}
