//! Strings: where they end, and whether they are what they should be.

use super::marks::Marks;
use super::{Scan, Scanned, Written, next, syntax};
use crate::{bytes, json};

impl Scan<'_> {
    /// The inside of a string and its last quote: what is behind, and how it is written.
    #[inline(always)]
    pub(super) fn string(&mut self, from: usize) -> Scanned<(usize, Written)> {
        let at = self.mark(from);
        if self.byte(at) == b'"' { Ok((next(at), Written::Visible)) } else { self.rare_string(at) }
    }

    /// Where the next byte is that is not plain.
    #[inline(always)]
    fn mark(&mut self, from: usize) -> usize {
        match self.marks.first_from(from) {
            Some(at) => at,
            None => self.mark_beyond(from),
        }
    }

    /// The same where it is not in the block that was looked at last.
    #[inline(never)]
    fn mark_beyond(&mut self, from: usize) -> usize {
        let at = self.marks.behind(from);
        let Some(marks) = Marks::of::<true>(self.bytes, at) else { return self.mark_at_end(at) };
        self.marks = marks;
        marks.first().unwrap_or_else(|| self.long_run(marks.end()))
    }

    /// The same where less than a block is left.
    #[inline(never)]
    fn mark_at_end(&mut self, from: usize) -> usize {
        self.marks = Marks::last::<true>(self.bytes);
        self.marks.first_from(from).unwrap_or(self.bytes.len())
    }

    /// The same of a run of plain text that is longer than a block: what takes more to begin costs less to go on.
    #[inline(never)]
    fn long_run(&mut self, from: usize) -> usize {
        let rest = self.rest(from);
        let run = memchr::memchr2(b'"', b'\\', rest).unwrap_or(rest.len());
        match rest.get(..run).map(bytes::extremes) {
            Some((b' '.., ..=b'~')) => from.wrapping_add(run),
            _ => Marks::seek::<true>(self.bytes, from),
        }
    }

    /// The rest of a string, from the first byte on that is not plain.
    #[inline(never)]
    fn rare_string(&mut self, mut at: usize) -> Scanned<(usize, Written)> {
        let mut written = Written::Plain;
        loop {
            at = match self.byte(at) {
                b'"' => return Ok((next(at), written)),
                b'\\' => {
                    written = Written::Escaped;
                    self.escape(next(at))?
                }
                b' '..=b'~' => self.mark(at),
                // What is not ASCII mostly stands beside its like.
                0x7F.. => Marks::seek::<false>(self.bytes, at),
                _ => return syntax(at),
            };
        }
    }

    /// What is behind an escape, of which the backslash was read.
    #[inline]
    fn escape(&self, at: usize) -> Scanned<usize> {
        if self.byte(at) == b'u' {
            return match self.rest(next(at)).first_chunk().and_then(json::hex) {
                Some(_) => Ok(at.wrapping_add(5)),
                None => self.no_digits(next(at)),
            };
        }
        match self.byte(at) {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Ok(next(at)),
            _ => syntax(at),
        }
    }

    /// Where less than four digits stop.
    #[cold]
    fn no_digits(&self, at: usize) -> Scanned<usize> {
        let digits = self.rest(at).iter().take_while(|byte| byte.is_ascii_hexdigit());
        syntax(at.wrapping_add(digits.count()))
    }
}
