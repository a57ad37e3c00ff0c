//! Lines of any length, in bounded memory.

use std::io::{self, Read};

use memchr::memchr;

use crate::buffer::Buffer;
use crate::input::unreadable;
use crate::output::Stop;

/// Reads lines, and holds at most one chunk or one line of [`LONGEST`] bytes.
pub(crate) struct Lines<R> {
    input: R,
    buffer: Buffer,
    /// Start of the next line in the buffer.
    start: usize,
    /// Position in the buffer from which its end is searched.
    searched: usize,
    /// End of the input in the buffer.
    end: usize,
    /// True while the current line is too long to be kept.
    skipping: bool,
    ended: bool,
}

/// A line without its end.
pub(crate) enum Line<'a> {
    Whole(&'a [u8]),
    /// A line longer than [`LONGEST`], which was skipped.
    TooLong,
}

/// The most bytes of a line: 8 MiB.
pub(crate) const LONGEST: usize = 8 << 20;

const CHUNK: usize = 1 << 16;

impl<R: Read> Lines<R> {
    pub(crate) fn new(input: R) -> Self {
        let buffer = Buffer::zeroed(CHUNK);
        Self { input, buffer, start: 0, searched: 0, end: 0, skipping: false, ended: false }
    }

    /// Reads until the first bytes decide a question, or at most one chunk; what they leave open is false.
    ///
    /// It waits for no more bytes than the decision needs.
    pub(crate) fn begin(&mut self, decide: impl Fn(&[u8]) -> Option<bool>) -> Result<bool, Stop> {
        loop {
            let held = self.buffer.as_slice().get(self.start..self.end).unwrap_or_default();
            match decide(held) {
                Some(is_so) => return Ok(is_so),
                None if self.ended || held.len() >= CHUNK => return Ok(false),
                None => self.fill().map_err(|error| unreadable(&error))?,
            }
        }
    }

    /// Returns what was read and belongs to no line yet, and the rest of the input.
    pub(crate) fn into_rest(mut self) -> (Buffer, R) {
        self.buffer.keep(self.start..self.end);
        self.buffer.truncate(self.end.saturating_sub(self.start));
        (self.buffer, self.input)
    }

    /// Returns the next line; `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Line<'_>>, Stop> {
        let (from, to) = loop {
            if let Some(newline) = self.newline() {
                let from = self.start;
                self.start = newline.saturating_add(1);
                self.searched = self.start;
                break (from, newline);
            }
            if self.ended {
                if self.start == self.end && !self.skipping {
                    return Ok(None);
                }
                let from = self.start;
                self.start = self.end;
                break (from, self.end);
            }
            self.fill().map_err(|error| unreadable(&error))?;
        };
        let line = self.buffer.as_slice().get(from..to).unwrap_or_default();
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let too_long = std::mem::take(&mut self.skipping) || line.len() > LONGEST;
        Ok(Some(if too_long { Line::TooLong } else { Line::Whole(line) }))
    }

    /// Returns the length of the next line with its end, if it is buffered and needs no further reading.
    pub(crate) fn ready(&mut self) -> Option<usize> {
        self.newline().map(|newline| newline.saturating_sub(self.start).saturating_add(1))
    }

    /// Returns the end of the next line.
    fn newline(&mut self) -> Option<usize> {
        let unsearched = self.buffer.as_slice().get(self.searched..self.end)?;
        let found = memchr(b'\n', unsearched);
        let newline = found.map(|at| self.searched.saturating_add(at));
        self.searched = newline.unwrap_or(self.end);
        newline
    }

    /// Reads once, behind the unfinished line, which moves to the front.
    ///
    /// As the read may wait for long, the lines before it are wiped first.
    fn fill(&mut self) -> io::Result<()> {
        let held = self.end.saturating_sub(self.start);
        // A line of the greatest length has up to two more bytes for its end.
        self.skipping |= held > LONGEST.saturating_add(1);
        let held = if self.skipping { 0 } else { held };
        if held == self.buffer.len() {
            let mut larger = Buffer::zeroed(held.saturating_mul(2));
            larger.as_mut_slice().iter_mut().zip(self.buffer.as_slice()).for_each(|(to, byte)| *to = *byte);
            self.buffer = larger;
        } else {
            self.buffer.keep(self.end.saturating_sub(held)..self.end);
        }
        self.searched = if self.skipping { 0 } else { self.searched.saturating_sub(self.start) };
        (self.start, self.end) = (0, held);
        let room = self.buffer.as_mut_slice().get_mut(self.end..).unwrap_or_default();
        match self.input.read(room) {
            Ok(0) => self.ended = true,
            Ok(count) => self.end = self.end.saturating_add(count),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Yields a few bytes at a time.
    struct Drip<'a>(&'a [u8], usize);

    impl Read for Drip<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let most = self.1.min(into.len());
            (&mut self.0).take(u64::try_from(most).unwrap_or(1)).read(into)
        }
    }

    /// The lengths of all lines; `None` for one that is too long.
    fn lengths(text: &[u8], drip: usize) -> Vec<Option<usize>> {
        let mut lines = Lines::new(Drip(text, drip));
        let mut lengths = Vec::new();
        while let Ok(Some(line)) = lines.next() {
            lengths.push(match line {
                Line::Whole(line) => Some(line.len()),
                Line::TooLong => None,
            });
        }
        lengths
    }

    #[test]
    fn line_ends_are_lf_crlf_or_missing() {
        for drip in [1, 2, 3, 100] {
            assert_eq!(lengths(b"a\r\nbb\n\n\r\nccc", drip), [1, 2, 0, 0, 3].map(Some));
            assert_eq!(lengths(b"", drip), []);
            assert_eq!(lengths(b"\n", drip), [Some(0)]);
        }
    }

    #[test]
    fn lines_are_limited_to_longest() {
        let line = |len| vec![b'x'; len];
        let (longest, longer) = (line(LONGEST), line(LONGEST.saturating_add(1)));
        let much_longer = line(LONGEST.saturating_mul(3));
        let text = [&longest, &b"\r\n"[..], &longer, b"\n", &much_longer, b"\n", b"a\n", &longer].concat();
        for drip in [4096, CHUNK, LONGEST] {
            assert_eq!(lengths(&text, drip), [Some(LONGEST), None, None, Some(1), None]);
        }
    }

    #[test]
    fn first_bytes_may_decide_before_the_lines() {
        let decide = |bytes: &[u8]| (bytes.len() >= 3).then(|| bytes.starts_with(b"abc"));
        for drip in [1, 2, 100] {
            for (text, is_so) in [("abcd\ne", true), ("abd\ne", false), ("ab", false), ("", false)] {
                let mut lines = Lines::new(Drip(text.as_bytes(), drip));
                assert!(lines.begin(decide).is_ok_and(|found| found == is_so), "{text}");
                let first = text.lines().next();
                let line = lines.next().ok().flatten();
                let is_first = match line {
                    Some(Line::Whole(line)) => first.map(str::as_bytes) == Some(line),
                    _ => first.is_none(),
                };
                assert!(is_first, "{text}");
            }
            let mut lines = Lines::new(Drip(b"abc\nd", drip));
            assert!(lines.begin(decide).is_ok());
            let (held, mut rest) = lines.into_rest();
            let mut read = held.as_slice().to_vec();
            assert!(rest.read_to_end(&mut read).is_ok_and(|_| read == b"abc\nd"));
        }
        // What stays undecided ends with the chunk.
        let mut lines = Lines::new(io::repeat(b' '));
        assert!(lines.begin(|_| None).is_ok_and(|found| !found) && lines.buffer.len() == CHUNK);
    }

    /// Fails if the buffer that is read into is not zero, which holds nothing but room behind the unfinished line.
    #[test]
    fn answered_lines_are_wiped_before_a_read() {
        let text = b"0123456789\n".repeat(20);
        for drip in [1, 5, 11, 40, 100] {
            let mut lines = Lines::new(Drip(&text, drip));
            while let Ok(Some(_)) = lines.next() {
                if lines.ready().is_none() {
                    let _ = lines.fill();
                    let held = lines.end;
                    assert!(held < drip.max(11).saturating_add(11));
                    assert!(lines.buffer.as_slice().iter().skip(held).all(|byte| *byte == 0), "{drip}");
                }
            }
        }
    }

    #[test]
    fn short_lines_reuse_the_buffer() {
        let text = b"0123456789\n".repeat(100_000);
        let mut lines = Lines::new(&text[..]);
        let mut count = 0_u32;
        while let Ok(Some(Line::Whole(line))) = lines.next() {
            assert_eq!(line, b"0123456789");
            count = count.saturating_add(1);
        }
        assert_eq!((count, lines.buffer.len()), (100_000, CHUNK));
    }
}
