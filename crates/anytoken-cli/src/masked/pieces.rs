//! A body cut into punctuation, names and values.

use anytoken::is_form;

/// A range of the body. White space between pieces belongs to none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) kind: Kind,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Punctuation of the syntax: brackets, colons, angles.
    Punctuation,
    /// The name of a member, an element or a pair; in JSON with its quotes.
    Name,
    /// Everything else.
    Value,
}

/// Cuts a body, valid or not, by the syntax that its first character suggests.
pub(crate) fn of(body: &[u8]) -> Vec<Piece> {
    let mut cutter = Cutter { body, at: 0, pieces: Vec::new() };
    cutter.skip(|byte| byte.is_ascii_whitespace() || !byte.is_ascii());
    match cutter.peek() {
        Some(b'<') => cutter.xml(),
        _ if is_form(body) => cutter.form(),
        _ => cutter.json(),
    }
    cutter.pieces
}

/// Each iteration of a loop begins with [`next`](Self::next), which takes a byte: so every loop ends on any input.
struct Cutter<'a> {
    body: &'a [u8],
    at: usize,
    pieces: Vec<Piece>,
}

impl Cutter<'_> {
    fn json(&mut self) {
        let is_punctuation = |byte| b"{}[](),:;".contains(&byte);
        while let Some((start, first)) = self.next() {
            match first {
                b'"' => self.string(start),
                _ if first.is_ascii_whitespace() => {}
                _ if is_punctuation(first) => self.take(Kind::Punctuation, start, is_punctuation),
                _ => self.take(Kind::Value, start, |byte| {
                    !is_punctuation(byte) && byte != b'"' && !byte.is_ascii_whitespace()
                }),
            }
        }
    }

    /// Takes a string with its quotes, up to the end of the body if it is not closed. It is a name if a colon follows.
    fn string(&mut self, start: usize) {
        let mut escaped = false;
        while let Some((_, byte)) = self.next() {
            if byte == b'"' && !escaped {
                break;
            }
            escaped = byte == b'\\' && !escaped;
        }
        let end = self.at;
        self.skip(|byte| byte.is_ascii_whitespace());
        let kind = if self.peek() == Some(b':') { Kind::Name } else { Kind::Value };
        self.pieces.push(Piece { kind, start, end });
    }

    fn form(&mut self) {
        let mut kind = Kind::Name;
        while let Some((start, first)) = self.next() {
            match first {
                b'#' | b'?' if self.pieces.is_empty() => self.take(Kind::Punctuation, start, |_| false),
                b'&' => {
                    self.take(Kind::Punctuation, start, |byte| byte == b'&');
                    kind = Kind::Name;
                }
                b'=' if kind == Kind::Name => {
                    self.take(Kind::Punctuation, start, |_| false);
                    kind = Kind::Value;
                }
                _ => self.take(kind, start, |byte| byte != b'&' && (byte != b'=' || kind == Kind::Value)),
            }
        }
    }

    fn xml(&mut self) {
        let is_space = |byte: u8| byte.is_ascii_whitespace();
        let mut in_tag = false;
        while let Some((start, first)) = self.next() {
            match first {
                b'<' => {
                    self.take(Kind::Punctuation, start, |byte| b"<?!/".contains(&byte));
                    in_tag = true;
                }
                b'>' if in_tag => {
                    self.take(Kind::Punctuation, start, |_| false);
                    in_tag = false;
                }
                b'=' | b'?' | b'/' if in_tag => self.take(Kind::Punctuation, start, |_| false),
                b'"' | b'\'' if in_tag => {
                    self.take(Kind::Punctuation, start, |_| false);
                    let text = self.at;
                    self.take(Kind::Value, text, |byte| byte != first);
                    let end = self.at;
                    if self.next().is_some() {
                        self.take(Kind::Punctuation, end, |_| false);
                    }
                }
                _ if is_space(first) && in_tag => {
                    self.take(Kind::Punctuation, start, |_| false);
                    self.skip(is_space);
                }
                _ if is_space(first) => {}
                _ if in_tag => {
                    self.take(Kind::Name, start, |byte| !b"<>=/?\"'".contains(&byte) && !is_space(byte))
                }
                _ => self.take(Kind::Value, start, |byte| byte != b'<'),
            }
        }
    }

    /// Takes the next byte, and returns its offset with it.
    fn next(&mut self) -> Option<(usize, u8)> {
        let next = (self.at, self.peek()?);
        self.at = self.at.saturating_add(1);
        Some(next)
    }

    fn peek(&self) -> Option<u8> {
        self.body.get(self.at).copied()
    }

    fn skip(&mut self, belongs: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&belongs) {
            self.at = self.at.saturating_add(1);
        }
    }

    /// Adds a piece from `start` to the end of the bytes that belong to it, unless it is empty.
    fn take(&mut self, kind: Kind, start: usize, belongs: impl Fn(u8) -> bool) {
        self.skip(belongs);
        self.pieces.extend((self.at > start).then_some(Piece { kind, start, end: self.at }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every text of up to five of these characters, in the three syntaxes, in and out of a tag.
    #[test]
    fn every_text_is_cut_completely() {
        let mut texts = vec![Vec::new()];
        for length in 0..5 {
            let longest: Vec<Vec<u8>> = texts.iter().filter(|text| text.len() == length).cloned().collect();
            texts.extend(longest.iter().flat_map(|text| {
                b"<>/=?!\"'&a- {:[".iter().map(|byte| [text.as_slice(), &[*byte]].concat())
            }));
        }
        for text in &texts {
            for before in [&b""[..], b"<a ", b"a=b"] {
                assert_complete(&[before, text].concat());
            }
        }
    }

    /// Asserts that the pieces of a body are in order, do not overlap, and leave out only white space.
    fn assert_complete(body: &[u8]) {
        let mut end = 0;
        for piece in of(body) {
            let between = body.get(end..piece.start);
            let is_blank = between.is_some_and(|between| between.trim_ascii().is_empty());
            assert!(is_blank && piece.start < piece.end, "{piece:?} of {}", body.escape_ascii());
            end = piece.end;
        }
        let after = body.get(end..).map(<[u8]>::trim_ascii);
        assert_eq!(after, Some(&b""[..]), "the end of {}", body.escape_ascii());
    }
}
