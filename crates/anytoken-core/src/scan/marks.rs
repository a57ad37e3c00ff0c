//! Sixty-four bytes at a time: where plain text stops.

use wide::{CmpEq, CmpGt, CmpLt, i8x16};

/// Where in a block of the text something other than plain text stands.
#[derive(Clone, Copy)]
pub(super) struct Marks {
    /// Where the block begins.
    start: usize,
    /// A bit for each byte, the lowest for the first.
    bits: u64,
}

/// So many bytes are looked at together.
const BLOCK: usize = 64;

impl Marks {
    /// Nothing was looked at: a block that no place is in.
    pub(super) const NONE: Self = Self { start: usize::MAX - BLOCK, bits: 0 };

    /// The marks of the block that begins at a place, where there is a whole one.
    #[inline(always)]
    pub(super) fn of<const VISIBLE: bool>(bytes: &[u8], start: usize) -> Option<Self> {
        let block = bytes.get(start..)?.first_chunk()?;
        Some(Self { start, bits: bits::<VISIBLE>(block) })
    }

    /// The block that the text ends with; a short text has one, and a mark at its end.
    #[inline(always)]
    pub(super) fn last<const VISIBLE: bool>(bytes: &[u8]) -> Self {
        match bytes.last_chunk() {
            Some(block) => Self { start: bytes.len().wrapping_sub(BLOCK), bits: bits::<VISIBLE>(block) },
            None => {
                let mut block = [0; BLOCK];
                block.iter_mut().zip(bytes).for_each(|(to, byte)| *to = *byte);
                Self { start: 0, bits: bits::<VISIBLE>(&block) }
            }
        }
    }

    /// Where the block ends.
    #[inline(always)]
    pub(super) fn end(self) -> usize {
        self.start.wrapping_add(BLOCK)
    }

    /// The first place from this one on that is behind the block.
    #[inline(always)]
    pub(super) fn behind(self, at: usize) -> usize {
        if at.wrapping_sub(self.start) < BLOCK { self.end() } else { at }
    }

    /// The first mark from a place on, where the block has one.
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

    /// The first mark of the block.
    #[inline(always)]
    pub(super) fn first(self) -> Option<usize> {
        self.first_from(self.start)
    }

    /// The first mark of the text from a place on; its end where there is none.
    #[inline(never)]
    pub(super) fn seek<const VISIBLE: bool>(bytes: &[u8], from: usize) -> usize {
        let mut at = from;
        while let Some(marks) = Self::of::<VISIBLE>(bytes, at) {
            match marks.first() {
                Some(mark) => return mark,
                None => at = marks.end(),
            }
        }
        Self::last::<VISIBLE>(bytes).first_from(at).unwrap_or(bytes.len())
    }
}

/// The marks of a block: quotes, backslashes, control bytes, and all that is not visible ASCII where `VISIBLE` asks for
/// it.
#[inline(always)]
fn bits<const VISIBLE: bool>(block: &[u8; BLOCK]) -> u64 {
    let (lanes, _) = block.as_chunks::<16>();
    lanes.iter().rev().fold(0, |bits, lanes| bits << 16 | u64::from(sixteen::<VISIBLE>(lanes)))
}

/// The same of as many bytes as a vector holds on every machine.
#[inline(always)]
fn sixteen<const VISIBLE: bool>(bytes: &[u8; 16]) -> u16 {
    const DELETE: i8 = 0x7F;
    let all = i8x16::splat;
    // Signed, what is not ASCII is below nought.
    let bytes = i8x16::new(bytes.map(u8::cast_signed));
    let marks = bytes.cmp_eq(all(0x22)) | bytes.cmp_eq(all(0x5C)) | bytes.cmp_lt(all(0x20));
    let marks = if VISIBLE { marks | bytes.cmp_eq(all(DELETE)) } else { marks & bytes.cmp_gt(all(-1)) };
    let [low, high, ..] = marks.move_mask().to_le_bytes();
    u16::from_le_bytes([low, high])
}

/// How many spaces and new lines some bytes begin with.
#[inline(always)]
pub(super) fn indent(bytes: &[u8; 16]) -> usize {
    let bytes = i8x16::new(bytes.map(u8::cast_signed));
    let blanks = bytes.cmp_eq(i8x16::splat(0x20)) | bytes.cmp_eq(i8x16::splat(0x0A));
    usize::try_from(blanks.move_mask().trailing_ones()).unwrap_or(0)
}
