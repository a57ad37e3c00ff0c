//! Strings: where they end, and whether they are what they should be.

use std::num::NonZeroU32;

use super::{At, Scanned, Written, byte, narrow, next, rest, syntax, wide};
use crate::{ErrorKind, bytes, json};

/// What is behind a string, with how it is written in the two highest bits: a result that fits into a register.
#[derive(Clone, Copy)]
pub(super) struct End(NonZeroU32);

impl End {
    /// The last place of a text; no longer one is scanned.
    pub(super) const LAST: At = (1 << 30) - 1;
    const VISIBLE: u32 = 1 << 30;
    const ESCAPED: u32 = 1 << 31;

    #[inline(always)]
    fn new(at: At, written: u32) -> Option<Self> {
        NonZeroU32::new(at | written).map(Self)
    }

    #[inline(always)]
    pub(super) fn at(self) -> At {
        self.0.get() & Self::LAST
    }

    #[inline(always)]
    pub(super) fn is_escaped(self) -> bool {
        self.0.get() >= Self::ESCAPED
    }

    #[inline(always)]
    pub(super) fn written(self) -> Written {
        match self.0.get() {
            0..=Self::LAST => Written::Plain,
            Self::ESCAPED.. => Written::Escaped,
            _ => Written::Visible,
        }
    }
}

/// A string with its quotes; what is behind.
#[inline(always)]
pub(super) fn string(bytes: &[u8], quote: At) -> Scanned<End> {
    match short_string(bytes, next(quote)) {
        Some(end) => Ok(end),
        None => Err(unended(bytes, next(quote))),
    }
}

/// The inside of a string and its last quote; what is behind.
///
/// Names and short values end within a few chunks; the rest is not part of this function, to keep it light.
#[inline(never)]
fn short_string(bytes: &[u8], from: At) -> Option<End> {
    let mut at = from;
    for _ in 0..4 {
        let Some(chunk) = chunk(bytes, at) else { return string_at_end(bytes, at) };
        if let Some(stop) = stop(chunk) {
            return string_from_stop(bytes, at.wrapping_add(stop), 0);
        }
        at = at.wrapping_add(CHUNK);
    }
    long_string(bytes, from, at)
}

/// A string of which less than a chunk is to be read.
#[inline(never)]
fn string_at_end(bytes: &[u8], at: At) -> Option<End> {
    string_from_stop(bytes, at.wrapping_add(end_of_tail(rest(bytes, at))), 0)
}

/// A string whose inside begins at `from` and has no stop up to `known`.
#[inline(never)]
fn long_string(bytes: &[u8], from: At, known: At) -> Option<End> {
    let run = memchr::memchr2(b'"', b'\\', rest(bytes, known))?;
    let stop = wide(known).wrapping_add(run);
    let written = match bytes::extremes(bytes.get(wide(from)..stop)?) {
        (0..b' ', _) => return None,
        (_, ..=b'~') => End::VISIBLE,
        _ => 0,
    };
    string_from_stop(bytes, narrow(stop), written)
}

/// A string from the first byte that is not plain on.
#[inline(always)]
fn string_from_stop(bytes: &[u8], at: At, written: u32) -> Option<End> {
    if byte(bytes, at) == b'"' { End::new(next(at), written) } else { string_with_escapes(bytes, at) }
}

/// The rest of a string, from a backslash on.
#[inline(never)]
fn string_with_escapes(bytes: &[u8], at: At) -> Option<End> {
    escaped_end(bytes, at).ok().and_then(|at| End::new(at, End::ESCAPED))
}

fn escaped_end(bytes: &[u8], mut at: At) -> Scanned<At> {
    loop {
        at = match byte(bytes, at) {
            b'"' => return Ok(next(at)),
            b'\\' => escape(bytes, next(at))?,
            b' '.. => plain_run(bytes, at),
            _ => return syntax(at),
        };
    }
}

/// Where a string stops that has no end.
#[cold]
fn unended(bytes: &[u8], from: At) -> (ErrorKind, At) {
    escaped_end(bytes, from).err().unwrap_or((ErrorKind::Syntax, from))
}

/// What an escape is behind its backslash.
#[inline]
fn escape(bytes: &[u8], at: At) -> Scanned<At> {
    match byte(bytes, at) {
        b'u' => match rest(bytes, next(at)).first_chunk().and_then(json::hex) {
            Some(_) => Ok(at.wrapping_add(5)),
            None => no_digits(bytes, next(at)),
        },
        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Ok(next(at)),
        _ => syntax(at),
    }
}

/// Where less than four digits stop.
#[cold]
fn no_digits(bytes: &[u8], at: At) -> Scanned<At> {
    let digits = rest(bytes, at).iter().take_while(|byte| byte.is_ascii_hexdigit());
    syntax(at.wrapping_add(narrow(digits.count())))
}

/// The next stop within a string that has escapes.
fn plain_run(bytes: &[u8], mut at: At) -> At {
    while let Some(chunk) = chunk(bytes, at) {
        if let Some(stop) = stop(chunk) {
            return at.wrapping_add(stop);
        }
        at = at.wrapping_add(CHUNK);
    }
    at.wrapping_add(end_of_tail(rest(bytes, at)))
}

/// As many bytes as a vector holds on every machine.
const CHUNK: u32 = 16;

/// The index of the first quote, backslash or control byte of a chunk.
#[inline(always)]
fn stop(chunk: &[u8; 16]) -> Option<u32> {
    let mut lanes = [0; 16];
    for (lane, byte) in lanes.iter_mut().zip(chunk) {
        *lane = if (*byte < b' ') | (*byte == b'"') | (*byte == b'\\') { u8::MAX } else { 0 };
    }
    let lanes = u128::from_le_bytes(lanes);
    (lanes != 0).then(|| lanes.trailing_zeros() >> 3)
}

/// The index of the first stop in less than a chunk, or the length.
fn end_of_tail(tail: &[u8]) -> u32 {
    let mut chunk = [b'"'; 16];
    chunk.iter_mut().zip(tail).for_each(|(to, byte)| *to = *byte);
    stop(&chunk).unwrap_or(CHUNK)
}

#[inline(always)]
fn chunk(bytes: &[u8], at: At) -> Option<&[u8; 16]> {
    bytes.get(wide(at)..wide(at).wrapping_add(16))?.first_chunk()
}
