//! Checks of many bytes at once.

/// Returns the least and the greatest byte; 255 and 0 if there is none.
///
/// Unlike a search for a range of bytes, it is vectorized.
pub(crate) fn extremes(bytes: &[u8]) -> (u8, u8) {
    const LANES: usize = 64;
    let fold = |(least, most): (u8, u8), byte: &u8| (least.min(*byte), most.max(*byte));
    let (chunks, _) = bytes.as_chunks::<LANES>();
    let Some(last) = bytes.last_chunk::<LANES>() else { return bytes.iter().fold((u8::MAX, 0), fold) };
    let (mut least, mut most) = (*last, *last);
    for chunk in chunks {
        for ((least, most), byte) in least.iter_mut().zip(&mut most).zip(chunk) {
            (*least, *most) = ((*least).min(*byte), (*most).max(*byte));
        }
    }
    (least.into_iter().fold(u8::MAX, u8::min), most.into_iter().fold(0, u8::max))
}

/// Returns true if all bytes are visible ASCII or spaces: 0x20 to 0x7E.
pub(crate) fn are_visible(bytes: &[u8]) -> bool {
    // A borrow or a carry from one lane to the next comes only from a byte that is not visible.
    let visible = |word: &[u8; 8]| {
        let word = u64::from_le_bytes(*word);
        let below = word.wrapping_sub(0x2020_2020_2020_2020);
        let above = word.wrapping_add(0x0101_0101_0101_0101);
        (below | above | word) & 0x8080_8080_8080_8080 == 0
    };
    let (words, _) = bytes.as_chunks::<8>();
    match bytes.last_chunk::<8>() {
        Some(last) => visible(last) && words.iter().all(visible),
        None => bytes.iter().all(|byte| (b' '..=b'~').contains(byte)),
    }
}

/// Returns true if two names are equal, without a call to `memcmp`, which costs more for most names.
#[inline(always)]
pub(crate) fn are_same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len()
        && match a.len() {
            8..=16 => ends_are_same::<8>(a, b),
            4..8 => ends_are_same::<4>(a, b),
            17..=32 => ends_are_same::<16>(a, b),
            _ => are_equal(a, b),
        }
}

/// Returns true if the first and the last `N` bytes of two texts of at least `N` bytes are equal.
#[inline(always)]
fn ends_are_same<const N: usize>(a: &[u8], b: &[u8]) -> bool {
    a.first_chunk::<N>() == b.first_chunk() && a.last_chunk::<N>() == b.last_chunk()
}

#[inline(never)]
fn are_equal(a: &[u8], b: &[u8]) -> bool {
    a == b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_detected_at_every_position() {
        for length in [1, 7, 8, 9, 63, 64, 65, 130] {
            for place in 0..length {
                for byte in 0..=u8::MAX {
                    let bytes: Vec<u8> =
                        (0..length).map(|at| if at == place { byte } else { b'a' }).collect();
                    assert_eq!(are_visible(&bytes), (b' '..=b'~').contains(&byte));
                    let plain = bytes.iter().copied();
                    let expected = (plain.clone().min().unwrap_or(u8::MAX), plain.max().unwrap_or(0));
                    assert_eq!(extremes(&bytes), expected);
                    assert_eq!(are_same(&bytes, &vec![b'a'; length]), byte == b'a');
                    assert!(!are_same(&bytes, &vec![b'a'; length.saturating_add(1)]));
                }
            }
        }
        assert_eq!((extremes(b""), are_visible(b"")), ((u8::MAX, 0), true));
    }
}
