//! A body cut into pieces: marks, names and values.

use anytoken::is_form;

/// A piece: bytes of the body. White space between pieces belongs to none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// What a body is built of: brackets, colons, angles.
    Mark,
    /// What a member, an element or a pair is called; in JSON with its quotes.
    Name,
    /// All the rest.
    Value,
}

/// Cuts a body by its first character, whether it is broken or not.
pub(super) fn of(body: &[u8]) -> Vec<Piece> {
    let mut cutter = Cutter { body, at: 0, pieces: Vec::new() };
    cutter.skip(|byte| byte.is_ascii_whitespace() || !byte.is_ascii());
    match cutter.peek() {
        Some(b'<') => cutter.xml(),
        _ if is_form(body) => cutter.form(),
        _ => cutter.json(),
    }
    cutter.pieces
}

/// Each turn of a loop begins with [`next`](Self::next), which takes a byte: so every loop ends, whatever the bytes are.
struct Cutter<'a> {
    body: &'a [u8],
    at: usize,
    pieces: Vec<Piece>,
}

impl Cutter<'_> {
    fn json(&mut self) {
        let is_mark = |byte| b"{}[](),:;".contains(&byte);
        while let Some((start, first)) = self.next() {
            match first {
                b'"' => self.string(start),
                _ if first.is_ascii_whitespace() => {}
                _ if is_mark(first) => self.take(Kind::Mark, start, is_mark),
                _ => self.take(Kind::Value, start, |byte| {
                    !is_mark(byte) && byte != b'"' && !byte.is_ascii_whitespace()
                }),
            }
        }
    }

    /// A string with its quotes, to the end of the body where it has no end; it is a name where a colon follows.
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
                b'#' | b'?' if self.pieces.is_empty() => self.take(Kind::Mark, start, |_| false),
                b'&' => {
                    self.take(Kind::Mark, start, |byte| byte == b'&');
                    kind = Kind::Name;
                }
                b'=' if kind == Kind::Name => {
                    self.take(Kind::Mark, start, |_| false);
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
                    self.take(Kind::Mark, start, |byte| b"<?!/".contains(&byte));
                    in_tag = true;
                }
                b'>' if in_tag => {
                    self.take(Kind::Mark, start, |_| false);
                    in_tag = false;
                }
                b'=' | b'?' | b'/' if in_tag => self.take(Kind::Mark, start, |_| false),
                b'"' | b'\'' if in_tag => {
                    self.take(Kind::Mark, start, |_| false);
                    let text = self.at;
                    self.take(Kind::Value, text, |byte| byte != first);
                    let end = self.at;
                    if self.next().is_some() {
                        self.take(Kind::Mark, end, |_| false);
                    }
                }
                _ if is_space(first) && in_tag => {
                    self.take(Kind::Mark, start, |_| false);
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

    /// Takes the next byte, and says where it is.
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

    /// A piece from `start` on, of what is taken already and all bytes behind it that belong to it; none where there is
    /// none.
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
    fn every_text_is_cut_to_its_end() {
        let mut texts = vec![Vec::new()];
        for length in 0..5 {
            let longest: Vec<Vec<u8>> = texts.iter().filter(|text| text.len() == length).cloned().collect();
            texts.extend(longest.iter().flat_map(|text| {
                b"<>/=?!\"'&a- {:[".iter().map(|byte| [text.as_slice(), &[*byte]].concat())
            }));
        }
        for text in &texts {
            for before in [&b""[..], b"<a ", b"a=b"] {
                is_whole(&[before, text].concat());
            }
        }
    }

    /// The pieces of a body stand in their order, none over another, and leave nothing out but white space.
    fn is_whole(body: &[u8]) {
        let mut end = 0;
        for piece in of(body) {
            let between = body.get(end..piece.start);
            let is_blank = between.is_some_and(|between| between.trim_ascii().is_empty());
            assert!(is_blank && piece.start < piece.end, "{piece:?} of {}", body.escape_ascii());
            end = piece.end;
        }
        let behind = body.get(end..).map(<[u8]>::trim_ascii);
        assert_eq!(behind, Some(&b""[..]), "the end of {}", body.escape_ascii());
    }
}
