//! A body as it may be shown: what it is built of, the names that are known, and every value masked.

mod excerpt;
mod pieces;
mod shown;

use std::ops::Range;

use anytoken::Wiped;

use self::excerpt::Excerpt;
use self::pieces::{Kind, Piece};
pub(crate) use self::shown::Shown;
use crate::json_text::Text;

/// A body in pieces, and what may be shown of them.
pub(crate) struct Masked<'a> {
    body: &'a [u8],
    pieces: Vec<Piece>,
    shown: Shown<'a>,
}

/// What stands in the place of what is not shown.
const MASK: &str = "***";

impl<'a> Masked<'a> {
    pub(crate) fn new(body: &'a [u8], shown: Shown<'a>) -> Self {
        Self { body, pieces: pieces::of(body), shown }
    }

    /// What stands around a byte of the body, in so many columns.
    pub(crate) fn around(&self, at: usize, columns: usize) -> Excerpt {
        let center = self.pieces.partition_point(|piece| piece.end <= at);
        let text = self.text(center);
        let marks = self.pieces.get(center).filter(|piece| piece.kind == Kind::Mark);
        let place = match marks {
            Some(marks) => {
                let before = spaced(self.bytes(marks.start..at.max(marks.start))).len();
                before..before.saturating_add(1)
            }
            // Behind the end there is nothing, which has a place all the same.
            None => 0..text.len().max(1),
        };
        let before = self.texts((0..center).rev(), columns);
        let behind = self.texts(center.saturating_add(1)..self.pieces.len(), columns);
        Excerpt::new(before, (text, place), behind, columns)
    }

    /// The texts of some pieces, until there are columns enough, and whether these are all.
    fn texts(&self, indices: impl Iterator<Item = usize>, columns: usize) -> (Vec<Wiped>, bool) {
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

    /// A piece as it is shown, in visible ASCII; nothing behind the last one.
    fn text(&self, index: usize) -> Wiped {
        let Some(piece) = self.pieces.get(index) else { return Wiped::default() };
        let bytes = self.bytes(piece.start..piece.end);
        if piece.kind == Kind::Mark {
            return Wiped::from(spaced(bytes));
        }
        let masked = if bytes.starts_with(b"\"") { "\"***\"" } else { MASK };
        let Ok(sent) = std::str::from_utf8(bytes) else { return Wiped::from(masked) };
        if self.shown.reveal {
            return visible(sent);
        }
        let shown = match piece.kind {
            Kind::Mark | Kind::Name => self.name(sent),
            Kind::Value => self.value(index, sent),
        };
        let is_visible = |text: &Wiped| text.expose().bytes().all(|byte| (b' '..=b'~').contains(&byte));
        shown.filter(is_visible).unwrap_or_else(|| Wiped::from(masked))
    }

    /// A name, where anything may be shown of it.
    fn name(&self, sent: &str) -> Option<Wiped> {
        let name = plain(sent)?;
        let shown = self.shown.name(name.as_str())?;
        Some(in_place_of(sent, name.as_str(), &shown))
    }

    /// A value, where it may be shown.
    fn value(&self, index: usize, sent: &str) -> Option<Wiped> {
        // What is empty says nothing.
        if ["null", "\"\"", ""].contains(&sent) {
            return Some(Wiped::from(sent));
        }
        let value = plain(sent)?;
        let before = self.pieces.get(..index).unwrap_or_default().iter().rev();
        let name = before.into_iter().find(|piece| piece.kind == Kind::Name);
        let name = name.and_then(|name| plain(std::str::from_utf8(self.bytes(name.start..name.end)).ok()?));
        let shown = self.shown.value(name.as_ref().map_or("", Text::as_str), value.as_str())?;
        Some(in_place_of(sent, value.as_str(), &shown))
    }

    fn bytes(&self, place: Range<usize>) -> &'a [u8] {
        self.body.get(place).unwrap_or_default()
    }
}

/// What is shown in the place of a text: the text as it was sent, where all of it is shown.
fn in_place_of(sent: &str, text: &str, shown: &str) -> Wiped {
    match sent.strip_prefix('"') {
        _ if shown == text => Wiped::from(sent),
        Some(_) => Wiped::from(format!("\"{shown}\"")),
        None => Wiped::from(shown),
    }
}

/// The text of a name or value, which is a JSON string where it has its quotes.
fn plain(sent: &str) -> Option<Text<'_>> {
    if sent.starts_with('"') { Text::of_json(sent) } else { Some(Text::Borrowed(sent)) }
}

/// Marks, with a blank behind each that ends a name or a member.
fn spaced(marks: &[u8]) -> String {
    let mut text = String::new();
    for mark in marks {
        text.push(char::from(*mark));
        if matches!(mark, b',' | b':') {
            text.push(' ');
        }
    }
    text
}

/// A text of which every character has a column.
fn visible(text: &str) -> Wiped {
    let mut visible = Wiped::with_capacity(text.len());
    for c in text.chars() {
        let c = if (' '..='~').contains(&c) { c } else { '?' };
        visible.push(c.encode_utf8(&mut [0; 4]));
    }
    visible
}

#[cfg(test)]
mod tests {
    use anytoken::Received;
    use time::UtcDateTime;

    use super::*;

    /// What stands around a text of a body that was read, or, if it was not, of one that is not.
    fn around(body: &str, text: &str, columns: usize) -> [String; 2] {
        let decoded = anytoken::decode(Received::new(body.as_bytes(), UtcDateTime::UNIX_EPOCH));
        let shown =
            decoded.as_ref().map_or(Shown::unread(), |decoded| Shown::read(decoded, UtcDateTime::UNIX_EPOCH));
        let at = body.find(text).unwrap_or(body.len());
        let excerpt = Masked::new(body.as_bytes(), shown).around(at, columns);
        [excerpt.line.expose().to_owned(), excerpt.carets()]
    }

    #[test]
    fn what_the_answer_says_is_shown_and_nothing_else() {
        let body = r#"{"access_token":"EXAMPLE","token_type":"bot", "scope" : "a b","expires_in":"60","n":60,
            "x":{"scope":"a b","y":[true,null,"a c"]},"id_token":""}"#;
        let line = concat!(
            r#"{"access_token": "***", "token_type": "bot", "scope": "a b", "expires_in": "60", "n": ***, "#,
            r#""x": {"scope": "a b", "***": [***, null, "***"]}, "id_token": ""}"#
        );
        assert_eq!(around(body, "true", 200), [line.to_owned(), format!("{:>124}", "^^^")]);
        let refusal = r#"{"error":"invalid_grant","error_description":"EXAMPLE-REFRESH-0001-0002 \"is\" old","y":"invalid_grant"}"#;
        let line = r#"{"error": "invalid_grant", "error_description": "*** "is" old", "y": "***"}"#;
        assert_eq!(around(refusal, "invalid", 200), [line.to_owned(), format!("{:>25}", "^".repeat(15))]);
    }

    #[test]
    fn a_body_that_is_not_understood_shows_known_names() {
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
    fn a_long_body_is_shown_around_the_place() {
        let body = format!(r#"{{"access_token":"EXAMPLE",{}"expires_in":soon}}"#, r#""n":1,"#.repeat(1000));
        assert_eq!(
            around(&body, "soon", 30),
            [r#"...*": ***, "expires_in": ***}"#, &format!("{:>29}", "^^^")]
        );
    }

    /// A part of a body that is no name or mark is never shown, wherever one looks, and a line never is too long.
    #[test]
    fn no_place_shows_more_than_another() {
        const SECRET: &str = "Qx7ZkW3vPmT9RbL5YcN2HdJ8";
        for body in [
            format!(r#"{{"access_token":"{SECRET}","{SECRET}":["{SECRET}",{SECRET},"\u00e9{SECRET}"],"é":1"#),
            format!("access_token={SECRET}&{SECRET}={SECRET}&é"),
            format!("<a {SECRET}='{SECRET}'><{SECRET}/>{SECRET}<![CDATA[{SECRET}]]>é"),
            format!("{SECRET}({{\"{SECRET}\":{SECRET}"),
            SECRET.to_owned(),
        ] {
            let masked = Masked::new(body.as_bytes(), Shown::unread());
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
