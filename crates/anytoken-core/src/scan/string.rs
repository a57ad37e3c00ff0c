//! Scanning of strings.

use super::stops::Stops;
use super::{Scan, Scanned, Written, next, syntax};
use crate::{bytes, json};

impl Scan<'_> {
    /// Scans a string after its opening quote, and returns the offset after it and its form.
    #[inline(always)]
    pub(super) fn string(&mut self, from: usize) -> Scanned<(usize, Written)> {
        let at = self.stop(from);
        if self.byte(at) == b'"' { Ok((next(at), Written::Visible)) } else { self.rare_string(at) }
    }

    /// Returns the offset of the next byte that is not plain.
    #[inline(always)]
    fn stop(&mut self, from: usize) -> usize {
        match self.signature.first_from(from) {
            Some(at) => at,
            None => self.stop_beyond(from),
        }
    }

    /// Returns the next stop if it is not in the last block.
    #[inline(never)]
    fn stop_beyond(&mut self, from: usize) -> usize {
        let at = self.signature.behind(from);
        let Some(stops) = Stops::of::<true>(self.bytes, at) else { return self.stop_at_end(at) };
        self.signature = stops;
        stops.first().unwrap_or_else(|| self.long_run(stops.end()))
    }

    /// Returns the next stop if less than a block is left.
    #[inline(never)]
    fn stop_at_end(&mut self, from: usize) -> usize {
        self.signature = Stops::last::<true>(self.bytes);
        self.signature.first_from(from).unwrap_or(self.bytes.len())
    }

    /// Returns the next stop of a long run of plain text, with a faster search that costs more to start.
    #[inline(never)]
    fn long_run(&mut self, from: usize) -> usize {
        let rest = self.rest(from);
        let run = memchr::memchr2(b'"', b'\\', rest).unwrap_or(rest.len());
        match rest.get(..run).map(bytes::extremes) {
            Some((b' '.., ..=b'~')) => from.wrapping_add(run),
            _ => Stops::seek::<true>(self.bytes, from),
        }
    }

    /// Scans the rest of a string from the first byte that is not plain.
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
                b' '..=b'~' => self.stop(at),
                // Non-ASCII characters mostly come in runs.
                0x7F.. => Stops::seek::<false>(self.bytes, at),
                _ => return syntax(at),
            };
        }
    }

    /// Scans an escape after its backslash, and returns the offset after it.
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

    /// Returns the error of fewer than four digits.
    #[cold]
    fn no_digits(&self, at: usize) -> Scanned<usize> {
        let digits = self.rest(at).iter().take_while(|byte| byte.is_ascii_hexdigit());
        syntax(at.wrapping_add(digits.count()))
    }
}
