//! Lines of any length, in bounded memory.

use std::io::{self, Read};

use memchr::memchr_iter;

use crate::block::Block;
use crate::buffer::Buffer;
use crate::input::unreadable;
use crate::output::Stop;

/// Cuts an input into blocks of whole lines, and holds at most one chunk or one line of [`LONGEST`] bytes.
pub(crate) struct Lines<R> {
    input: R,
    /// The bytes that are in no block yet; all behind `end` are zero.
    buffer: Buffer,
    end: usize,
    /// Position in the buffer from which the end of a line is searched.
    searched: usize,
    /// The number of lines that are in blocks.
    count: u64,
    /// True while there is no block.
    is_first: bool,
    /// True while the first line is too long to be kept.
    skipping: bool,
    ended: bool,
}

/// The most bytes of a line: 8 MiB.
pub(crate) const LONGEST: usize = 8 << 20;

/// The most bytes of a block, unless its first line is longer.
pub(crate) const CHUNK: usize = 1 << 16;

/// The most lines of a block, as answers to short lines are longer than the lines.
const MOST: usize = 256;

impl<R: Read> Lines<R> {
    /// Reads an input whose first line has the number after `count`.
    pub(crate) fn new(input: R, count: u64) -> Self {
        let buffer = Buffer::zeroed(CHUNK);
        Self { input, buffer, end: 0, searched: 0, count, is_first: true, skipping: false, ended: false }
    }

    /// Reads until the first bytes decide a question, or at most one chunk; what they leave open is false.
    ///
    /// It waits for no more bytes than the decision needs.
    pub(crate) fn begin(&mut self, decide: impl Fn(&[u8]) -> Option<bool>) -> Result<bool, Stop> {
        loop {
            let held = self.buffer.as_slice().get(..self.end).unwrap_or_default();
            match decide(held) {
                Some(is_so) => return Ok(is_so),
                None if self.ended || held.len() >= CHUNK => return Ok(false),
                None => self.fill().map_err(|error| unreadable(&error))?,
            }
        }
    }

    /// Returns what was read and is in no block, and the rest of the input.
    pub(crate) fn into_rest(mut self) -> (Buffer, R) {
        self.buffer.truncate(self.end);
        (self.buffer, self.input)
    }

    /// Fills a block, which is clear, with the lines that are there, or waits for one; returns false at the end.
    pub(crate) fn next(&mut self, block: &mut Block) -> Result<bool, Stop> {
        let (end, count) = loop {
            if let Some(whole) = self.whole() {
                break whole;
            }
            if self.ended {
                if self.end == 0 && !self.skipping {
                    return Ok(false);
                }
                break (self.end, 1);
            }
            self.searched = self.end;
            self.fill().map_err(|error| unreadable(&error))?;
        };
        block.is_first = std::mem::take(&mut self.is_first);
        block.is_cut = std::mem::take(&mut self.skipping);
        (block.before, block.count) = (self.count, count);
        self.count = self.count.saturating_add(count);
        // The block takes the buffer over, and its own one takes the rest.
        std::mem::swap(&mut block.text, &mut self.buffer);
        let rest = block.text.as_slice().get(end..self.end).unwrap_or_default();
        if self.buffer.len() < rest.len().max(CHUNK) {
            self.buffer = Buffer::zeroed(rest.len().max(CHUNK));
        }
        self.buffer.begin_with(rest);
        block.text.as_mut_slice().get_mut(end..self.end).unwrap_or_default().fill(0);
        block.end = end;
        self.end = self.end.saturating_sub(end);
        self.searched = 0;
        Ok(true)
    }

    /// Returns the end of the whole lines in the buffer, and their number, which is at most [`MOST`].
    fn whole(&self) -> Option<(usize, u64)> {
        let unsearched = self.buffer.as_slice().get(self.searched..self.end)?;
        let ends = memchr_iter(b'\n', unsearched).take(MOST);
        let (count, last) = ends.fold((0_u64, None), |(count, _), end| (count.saturating_add(1), Some(end)));
        Some((self.searched.saturating_add(last?).saturating_add(1), count))
    }

    /// Reads once, behind the unfinished line.
    fn fill(&mut self) -> io::Result<()> {
        // A line of the greatest length has up to two more bytes for its end.
        self.skipping |= self.end > LONGEST.saturating_add(1);
        if self.skipping {
            self.buffer.as_mut_slice().get_mut(..self.end).unwrap_or_default().fill(0);
            (self.end, self.searched) = (0, 0);
        } else if self.end == self.buffer.len() {
            let mut larger = Buffer::zeroed(self.end.saturating_mul(2));
            larger.begin_with(self.buffer.as_slice());
            self.buffer = larger;
        }
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
        let mut lines = Lines::new(Drip(text, drip), 0);
        let (mut lengths, mut block) = (Vec::new(), Block::default());
        while lines.next(&mut block).is_ok_and(|is_one| is_one) {
            lengths.extend(block.lines().map(|line| line.map(<[u8]>::len)));
            block.forget_lines();
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
                let (mut lines, mut block) = (Lines::new(Drip(text.as_bytes(), drip), 0), Block::default());
                assert!(lines.begin(decide).is_ok_and(|found| found == is_so), "{text}");
                assert!(lines.next(&mut block).is_ok_and(|is_one| is_one != text.is_empty()), "{text}");
                let first = block.lines().next().flatten();
                assert_eq!(first, text.lines().next().map(str::as_bytes), "{text}");
            }
            let mut lines = Lines::new(Drip(b"abc\nd", drip), 0);
            assert!(lines.begin(decide).is_ok());
            let (held, mut rest) = lines.into_rest();
            let mut read = held.as_slice().to_vec();
            assert!(rest.read_to_end(&mut read).is_ok_and(|_| read == b"abc\nd"));
        }
        // What stays undecided ends with the chunk.
        let mut lines = Lines::new(io::repeat(b' '), 0);
        assert!(lines.begin(|_| None).is_ok_and(|found| !found) && lines.buffer.len() == CHUNK);
    }

    /// Fails if a block or the buffer that is read into has anything but zeros behind its lines, or a block whose lines are forgotten anything at all.
    #[test]
    fn answered_lines_are_wiped_before_a_read() {
        let text = b"0123456789\n".repeat(20);
        let is_wiped = |bytes: &[u8], from| bytes.iter().skip(from).all(|byte| *byte == 0);
        for drip in [1, 5, 11, 40, 100] {
            let (mut lines, mut block) = (Lines::new(Drip(&text, drip), 0), Block::default());
            while lines.next(&mut block).is_ok_and(|is_one| is_one) {
                assert!(lines.end < 11 && is_wiped(lines.buffer.as_slice(), lines.end), "{drip}");
                assert!(is_wiped(block.text.as_slice(), block.end), "{drip}");
                block.forget_lines();
                assert!(block.text.len() == CHUNK && is_wiped(block.text.as_slice(), 0), "{drip}");
            }
        }
    }

    #[test]
    fn blocks_of_short_lines_reuse_two_buffers() {
        let text = b"0123456789\n".repeat(100_000);
        let (mut lines, mut block, mut count) = (Lines::new(&text[..], 0), Block::default(), 0);
        while lines.next(&mut block).is_ok_and(|is_one| is_one) {
            assert!(block.lines().count() <= 256 && block.lines().all(|line| line == Some(b"0123456789")));
            count += block.lines().count();
            assert_eq!((lines.buffer.len(), block.text.len()), (CHUNK, CHUNK));
            block.forget_lines();
        }
        assert_eq!(count, 100_000);
    }

    #[test]
    fn room_for_a_long_line_is_given_back() {
        let text = [b"x".repeat(CHUNK.saturating_mul(3)), b"\ny\n".to_vec()].concat();
        let (mut lines, mut block) = (Lines::new(&text[..], 0), Block::default());
        while lines.next(&mut block).is_ok_and(|is_one| is_one) {
            block.forget_lines();
            assert!(lines.buffer.len() <= CHUNK && block.text.len() <= CHUNK);
        }
    }
}
