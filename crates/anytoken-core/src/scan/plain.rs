//! Scanning of literals and numbers.

use super::{Scan, Scanned, next, syntax};

impl Scan<'_> {
    /// Scans a literal or a number, and returns the offset after it.
    #[inline(always)]
    pub(super) fn plain(&self, at: usize) -> Scanned<usize> {
        if !matches!(self.byte(at), b'1'..=b'9') {
            return self.rare(at);
        }
        // Fast path: nearly all numbers are positive integers.
        let mut behind = next(at);
        while self.byte(behind).is_ascii_digit() {
            behind = next(behind);
        }
        if matches!(self.byte(behind), b'.' | b'e' | b'E') { self.rare(at) } else { Ok(behind) }
    }

    /// Scans a literal, or a number of any form.
    #[inline(never)]
    pub(super) fn rare(&self, at: usize) -> Scanned<usize> {
        match self.byte(at) {
            b't' => self.literal(at, b"true"),
            b'f' => self.literal(next(at), b"alse"),
            b'n' => self.literal(at, b"null"),
            _ => self.number(at),
        }
    }

    fn number(&self, mut at: usize) -> Scanned<usize> {
        if self.byte(at) == b'-' {
            at = next(at);
        }
        at = if self.byte(at) == b'0' { next(at) } else { self.digits(at)? };
        if self.byte(at) == b'.' {
            at = self.digits(next(at))?;
        }
        if matches!(self.byte(at), b'e' | b'E') {
            at = next(at);
            if matches!(self.byte(at), b'+' | b'-') {
                at = next(at);
            }
            at = self.digits(at)?;
        }
        Ok(at)
    }

    /// Scans one digit or more.
    #[inline]
    fn digits(&self, from: usize) -> Scanned<usize> {
        let mut at = from;
        while self.byte(at).is_ascii_digit() {
            at = next(at);
        }
        if at == from { syntax(at) } else { Ok(at) }
    }

    #[inline]
    fn literal(&self, at: usize, word: &'static [u8; 4]) -> Scanned<usize> {
        if self.rest(at).first_chunk() == Some(word) {
            Ok(at.wrapping_add(4))
        } else {
            self.no_literal(at, word)
        }
    }

    #[cold]
    fn no_literal(&self, at: usize, word: &'static [u8; 4]) -> Scanned<usize> {
        let same = word.iter().zip(self.rest(at)).take_while(|(letter, byte)| letter == byte);
        syntax(at.wrapping_add(same.count()))
    }
}
