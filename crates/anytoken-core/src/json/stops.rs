//! Detection of the end of plain text, 64 bytes at a time.

use wide::{CmpEq, CmpGt, CmpLt, i8x16};

/// The bytes of a block that are not plain text.
#[derive(Clone, Copy)]
pub(super) struct Stops {
    /// The offset of the block.
    start: usize,
    /// A bit for each byte, the lowest for the first.
    bits: u64,
}

/// The number of bytes that are classified together.
const BLOCK: usize = 64;

impl Stops {
    /// An empty block, which contains no offset.
    pub(super) const NONE: Self = Self { start: usize::MAX - BLOCK, bits: 0 };

    /// Classifies the block at an offset, if it is complete.
    #[inline(always)]
    pub(super) fn of<const VISIBLE: bool>(bytes: &[u8], start: usize) -> Option<Self> {
        let block = bytes.get(start..)?.first_chunk()?;
        Some(Self { start, bits: bits::<VISIBLE>(block) })
    }

    /// Classifies the last block; a short text is padded with zeros, which are stops.
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

    /// Returns the offset after the block.
    #[inline(always)]
    pub(super) fn end(self) -> usize {
        self.start.wrapping_add(BLOCK)
    }

    /// Returns the offset itself, or the end of the block if the offset is in it.
    #[inline(always)]
    pub(super) fn behind(self, at: usize) -> usize {
        if at.wrapping_sub(self.start) < BLOCK { self.end() } else { at }
    }

    /// Returns the first stop of the block from an offset on.
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

    /// Returns the first stop of the text from an offset on, or its end.
    #[inline(never)]
    pub(super) fn seek<const VISIBLE: bool>(bytes: &[u8], from: usize) -> usize {
        let mut at = from;
        while let Some(stops) = Self::of::<VISIBLE>(bytes, at) {
            match stops.first() {
                Some(stop) => return stop,
                None => at = stops.end(),
            }
        }
        Self::last::<VISIBLE>(bytes).first_from(at).unwrap_or(bytes.len())
    }
}

/// Returns the stops of a block: quotes, backslashes, control bytes, and with `VISIBLE` all that is not visible ASCII.
#[inline(always)]
fn bits<const VISIBLE: bool>(block: &[u8; BLOCK]) -> u64 {
    let (lanes, _) = block.as_chunks::<16>();
    lanes.iter().rev().fold(0, |bits, lanes| bits << 16 | u64::from(sixteen::<VISIBLE>(lanes)))
}

/// Returns the stops of sixteen bytes, which fit into a vector on every machine.
#[inline(always)]
fn sixteen<const VISIBLE: bool>(bytes: &[u8; 16]) -> u16 {
    const DELETE: i8 = 0x7F;
    let all = i8x16::splat;
    // As signed bytes, non-ASCII is negative.
    let bytes = i8x16::new(bytes.map(u8::cast_signed));
    let stops = bytes.cmp_eq(all(0x22)) | bytes.cmp_eq(all(0x5C)) | bytes.cmp_lt(all(0x20));
    let stops = if VISIBLE { stops | bytes.cmp_eq(all(DELETE)) } else { stops & bytes.cmp_gt(all(-1)) };
    let [low, high, ..] = stops.move_mask().to_le_bytes();
    u16::from_le_bytes([low, high])
}

/// Returns the number of leading spaces and newlines.
#[inline(always)]
pub(super) fn indent(bytes: &[u8; 16]) -> usize {
    let bytes = i8x16::new(bytes.map(u8::cast_signed));
    let blanks = bytes.cmp_eq(i8x16::splat(0x20)) | bytes.cmp_eq(i8x16::splat(0x0A));
    usize::try_from(blanks.move_mask().trailing_ones()).unwrap_or(0)
}
