//! A body cut into pieces: marks, names and values.

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

/// Whether a body begins as a form does: a name, and `=`.
pub(crate) fn is_form(body: &[u8]) -> bool {
    let body = body.trim_ascii_start();
    let body = body.strip_prefix(b"#").or_else(|| body.strip_prefix(b"?")).unwrap_or(body);
    let name = body.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"_-.~%+[]:@".contains(byte));
    name.is_some_and(|end| end > 0 && body.get(end) == Some(&b'='))
}

struct Cutter<'a> {
    body: &'a [u8],
    at: usize,
    pieces: Vec<Piece>,
}

impl Cutter<'_> {
    fn json(&mut self) {
        let is_mark = |byte| b"{}[](),:;".contains(&byte);
        while let Some(first) = self.peek() {
            if first.is_ascii_whitespace() {
                self.skip(|byte| byte.is_ascii_whitespace());
            } else if is_mark(first) {
                self.take(Kind::Mark, is_mark);
            } else if first == b'"' {
                self.string();
            } else {
                self.take(Kind::Value, |byte| !is_mark(byte) && byte != b'"' && !byte.is_ascii_whitespace());
            }
        }
    }

    /// A string with its quotes, to the end of the body where it has no end; it is a name where a colon follows.
    fn string(&mut self) {
        let start = self.at;
        let mut escaped = true;
        while let Some(byte) = self.peek() {
            self.step();
            if byte == b'"' && !escaped {
                break;
            }
            // The first quote ends nothing, like one that is escaped.
            escaped = byte == b'\\' && !escaped;
        }
        let end = self.at;
        self.skip(|byte| byte.is_ascii_whitespace());
        let kind = if self.peek() == Some(b':') { Kind::Name } else { Kind::Value };
        self.pieces.push(Piece { kind, start, end });
    }

    fn form(&mut self) {
        self.take(Kind::Mark, |byte| b"#?".contains(&byte));
        while self.peek().is_some() {
            self.take(Kind::Name, |byte| byte != b'=' && byte != b'&');
            if self.peek() == Some(b'=') {
                self.take_one(Kind::Mark);
                self.take(Kind::Value, |byte| byte != b'&');
            }
            self.take(Kind::Mark, |byte| byte == b'&');
        }
    }

    fn xml(&mut self) {
        let is_space = |byte: u8| byte.is_ascii_whitespace();
        while let Some(first) = self.peek() {
            if first == b'<' {
                self.take(Kind::Mark, |byte| b"<?!/".contains(&byte));
                self.tag();
            } else if is_space(first) {
                self.skip(is_space);
            } else {
                self.take(Kind::Value, |byte| byte != b'<');
            }
        }
    }

    /// What stands in a tag, up to its end.
    fn tag(&mut self) {
        while let Some(first) = self.peek() {
            match first {
                b'>' => return self.take_one(Kind::Mark),
                b'"' | b'\'' => {
                    self.take_one(Kind::Mark);
                    self.take(Kind::Value, |byte| byte != first);
                    self.take_one(Kind::Mark);
                }
                b'=' | b'?' | b'/' => self.take_one(Kind::Mark),
                _ if first.is_ascii_whitespace() => {
                    self.take_one(Kind::Mark);
                    self.skip(|byte| byte.is_ascii_whitespace());
                }
                _ => {
                    self.take(Kind::Name, |byte| !b"<>=/?\"'".contains(&byte) && !byte.is_ascii_whitespace())
                }
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.body.get(self.at).copied()
    }

    fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn skip(&mut self, belongs: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&belongs) {
            self.step();
        }
    }

    /// A piece of all bytes that belong together; none where there is none.
    fn take(&mut self, kind: Kind, belongs: impl Fn(u8) -> bool) {
        let start = self.at;
        self.skip(belongs);
        self.pieces.extend((self.at > start).then_some(Piece { kind, start, end: self.at }));
    }

    /// A piece of one byte; none at the end.
    fn take_one(&mut self, kind: Kind) {
        let start = self.at;
        if self.peek().is_some() {
            self.step();
            self.pieces.push(Piece { kind, start, end: self.at });
        }
    }
}
