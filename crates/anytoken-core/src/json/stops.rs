//! The stops of a text: the bytes at which plain text ends, found 64 at a time.
//!
//! In JSON a stop is a quote, a backslash, or a byte that is neither visible ASCII nor a space; forms and XML have more
//! ([`Form`], [`Xml`]). The stops of a block of 64 bytes are the bits of one number, drawn here with the first byte on
//! the left:
//!
//! ```text
//! {"scope":"a b","n":1}
//! .1.....1.1...1.1.1...
//! ```
//!
//! The string that starts after the first quote ends at the next bit, since that is a quote too; as no other byte
//! stopped it, it has no escapes and can be a token without another look. One block serves all strings in it, and the
//! cost of a string is a shift and a count of zeros instead of a look at each of its bytes.

use wide::{CmpEq, CmpGt, CmpLt, i8x16};

/// The stops of one block.
#[derive(Clone, Copy)]
pub(crate) struct Stops {
    /// The offset of the block.
    start: usize,
    /// A bit for each byte, the lowest for the first.
    bits: u64,
}

/// The number of bytes in a block.
pub(super) const BLOCK: usize = 64;

impl Stops {
    /// A block that contains no offset of a text: the distance from its start wraps to more than a block.
    pub(crate) const NONE: Self = Self { start: usize::MAX - BLOCK, bits: 0 };

    /// Finds the stops of the block at an offset, if the text has so many bytes.
    #[inline(always)]
    pub(super) fn of<S: Set>(bytes: &[u8], start: usize) -> Option<Self> {
        let block = bytes.get(start..)?.first_chunk()?;
        Some(Self { start, bits: bits::<S>(block) })
    }

    /// Finds the stops of the last 64 bytes; a shorter text is padded with zeros, which are stops.
    #[inline(always)]
    pub(super) fn last<S: Set>(bytes: &[u8]) -> Self {
        match bytes.last_chunk() {
            Some(block) => Self { start: bytes.len().wrapping_sub(BLOCK), bits: bits::<S>(block) },
            None => {
                let mut block = [0; BLOCK];
                block.iter_mut().zip(bytes).for_each(|(to, byte)| *to = *byte);
                let bits = bits::<S>(&block);
                // A token of this copy would stay on the stack of a thread that waits for its next body.
                block.fill(0);
                zeroize::optimization_barrier(&block);
                Self { start: 0, bits }
            }
        }
    }

    /// Returns the offset after the block.
    #[inline(always)]
    pub(super) fn end(self) -> usize {
        self.start.wrapping_add(BLOCK)
    }

    /// Returns the end of the block for an offset in it, and any other offset unchanged.
    ///
    /// It is where a search goes on after a block without further stops.
    #[inline(always)]
    pub(super) fn skip_block(self, at: usize) -> usize {
        if at.wrapping_sub(self.start) < BLOCK { self.end() } else { at }
    }

    /// Returns the first stop of the block from an offset on; `None` if the offset is not in the block.
    #[inline(always)]
    pub(super) fn first_from(self, at: usize) -> Option<usize> {
        let offset = at.wrapping_sub(self.start);
        if offset >= BLOCK {
            return None;
        }
        let bits = self.bits.wrapping_shr(u32::try_from(offset).unwrap_or(0));
        let ahead = usize::try_from(bits.trailing_zeros()).unwrap_or(BLOCK);
        (bits != 0).then(|| at.wrapping_add(ahead))
    }

    /// Returns the first stop of the block.
    #[inline(always)]
    pub(super) fn first(self) -> Option<usize> {
        self.first_from(self.start)
    }

    /// Returns the first stop of a text from an offset on, or its end.
    pub(super) fn seek<S: Set>(bytes: &[u8], from: usize) -> usize {
        let mut stops = Self::NONE;
        stops.next_beyond::<S>(bytes, from)
    }

    /// Returns the first stop of the text from an offset on, or its end.
    #[inline(always)]
    pub(crate) fn next<S: Set>(&mut self, bytes: &[u8], from: usize) -> usize {
        match self.first_from(from) {
            Some(at) => at,
            None => self.next_beyond::<S>(bytes, from),
        }
    }

    /// Returns the next stop if it is not in the block that was classified last.
    #[inline(never)]
    fn next_beyond<S: Set>(&mut self, bytes: &[u8], from: usize) -> usize {
        let mut at = self.skip_block(from);
        while let Some(stops) = Self::of::<S>(bytes, at) {
            *self = stops;
            match stops.first() {
                Some(stop) => return stop,
                None => at = stops.end(),
            }
        }
        *self = Self::last::<S>(bytes);
        self.first_from(at).unwrap_or(bytes.len())
    }
}

/// A set of bytes that are stops.
pub(crate) trait Set {
    /// Returns for each of sixteen bytes ones if it is in the set, else zeros.
    ///
    /// SSE2 compares signed bytes only. As such, bytes outside ASCII are negative: one comparison with 0x20 finds them
    /// and the control characters.
    fn contains(bytes: i8x16) -> i8x16;
}

/// The ends of visible text in a JSON string: quotes, backslashes, and all that is neither visible ASCII nor a space.
pub(crate) struct Visible;

/// The ends of text in a JSON string, also outside ASCII: quotes, backslashes and control characters below 0x20.
pub(crate) struct Any;

/// The ends of text that is the same in a form and in JSON: those of [`Visible`], and `&`, `=`, `%` and `+`.
pub(crate) struct Form;

/// The ends of text that is the same in XML and in JSON: those of [`Visible`], and `<`, `>`, `&` and `'`.
pub(crate) struct Xml;

impl Set for Xml {
    #[inline(always)]
    fn contains(bytes: i8x16) -> i8x16 {
        let signs = is(bytes, b'<') | is(bytes, b'>') | is(bytes, b'&') | is(bytes, b'\'');
        signs | Visible::contains(bytes)
    }
}

/// The beginnings of escapes in a JSON string.
pub(crate) struct Backslashes;

impl Set for Backslashes {
    #[inline(always)]
    fn contains(bytes: i8x16) -> i8x16 {
        is(bytes, b'\\')
    }
}

impl Set for Visible {
    #[inline(always)]
    fn contains(bytes: i8x16) -> i8x16 {
        is(bytes, b'"') | is(bytes, b'\\') | is(bytes, 0x7F) | bytes.cmp_lt(i8x16::splat(0x20))
    }
}

impl Set for Any {
    #[inline(always)]
    fn contains(bytes: i8x16) -> i8x16 {
        let control = bytes.cmp_lt(i8x16::splat(0x20)) & bytes.cmp_gt(i8x16::splat(-1));
        is(bytes, b'"') | is(bytes, b'\\') | control
    }
}

impl Set for Form {
    #[inline(always)]
    fn contains(bytes: i8x16) -> i8x16 {
        let signs = is(bytes, b'&') | is(bytes, b'=') | is(bytes, b'%') | is(bytes, b'+');
        signs | Visible::contains(bytes)
    }
}

#[inline(always)]
fn is(bytes: i8x16, byte: u8) -> i8x16 {
    bytes.cmp_eq(i8x16::splat(byte.cast_signed()))
}

/// Returns the stops of a block, the lowest bit for the first byte.
#[inline(always)]
fn bits<S: Set>(block: &[u8; BLOCK]) -> u64 {
    let (lanes, _) = block.as_chunks::<16>();
    lanes.iter().rev().fold(0, |bits, lanes| bits << 16 | u64::from(sixteen::<S>(lanes)))
}

/// Returns the stops of sixteen bytes, which fit into a vector on every machine.
#[inline(always)]
fn sixteen<S: Set>(bytes: &[u8; 16]) -> u16 {
    let stops = S::contains(i8x16::new(bytes.map(u8::cast_signed)));
    let [low, high, ..] = stops.move_mask().to_le_bytes();
    u16::from_le_bytes([low, high])
}

/// Returns the number of leading spaces and newlines, of which indentation consists.
#[inline(always)]
pub(super) fn indent(bytes: &[u8; 16]) -> usize {
    let bytes = i8x16::new(bytes.map(u8::cast_signed));
    let blanks = bytes.cmp_eq(i8x16::splat(0x20)) | bytes.cmp_eq(i8x16::splat(0x0A));
    usize::try_from(blanks.move_mask().trailing_ones()).unwrap_or(0)
}
