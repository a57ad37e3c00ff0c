//! Checks of many bytes at once: the range of a long text, and the equality of two names.

/// Returns the least and the greatest byte; 255 and 0 if there is none.
///
/// A text is visible ASCII if these two are. The compiler turns the loop into vector instructions, which it does not
/// do for a search that ends at the first byte out of range. The last chunk overlaps the one before it if the length
/// is not a multiple of 64, which changes neither extreme.
pub(crate) fn extremes(bytes: &[u8]) -> (u8, u8) {
    const LANES: usize = 64;
    let fold = |(min, max): (u8, u8), byte: &u8| (min.min(*byte), max.max(*byte));
    let (chunks, _) = bytes.as_chunks::<LANES>();
    let Some(last) = bytes.last_chunk::<LANES>() else { return bytes.iter().fold((u8::MAX, 0), fold) };
    let (mut mins, mut maxs) = (*last, *last);
    for chunk in chunks {
        for ((min, max), byte) in mins.iter_mut().zip(&mut maxs).zip(chunk) {
            (*min, *max) = ((*min).min(*byte), (*max).max(*byte));
        }
    }
    (mins.into_iter().fold(u8::MAX, u8::min), maxs.into_iter().fold(0, u8::max))
}

/// Returns the sum of a number for each byte, which is at most 7, and 0 for a zero byte.
///
/// The sum of 32 bytes fits into a byte, so that the compiler adds vectors of them, if nothing branches. The last bytes
/// are padded with zeros.
#[inline(always)]
pub(crate) fn sum(bytes: &[u8], number: impl Fn(u8) -> u8) -> usize {
    let sum =
        |chunk: &[u8; 32]| usize::from(chunk.iter().fold(0_u8, |sum, byte| sum.wrapping_add(number(*byte))));
    let (chunks, rest) = bytes.as_chunks();
    let mut last = [0; 32];
    if let Some(start) = last.get_mut(..rest.len()) {
        start.copy_from_slice(rest);
    }
    chunks.iter().map(sum).fold(sum(&last), usize::saturating_add)
}

/// Returns the bits in which two texts of one length differ, put together.
///
/// Every byte is read, and no branch depends on one, so that the time tells nothing about secrets. In whole blocks the
/// compiler uses vector instructions; it may not stop at a difference that it does not test.
pub(crate) fn differences(a: &[u8], b: &[u8]) -> u64 {
    const LANES: usize = 8;
    let ((blocks, rest), (other_blocks, other_rest)) = (a.as_chunks::<64>(), b.as_chunks::<64>());
    let mut lanes = [0; LANES];
    for (block, other) in blocks.iter().zip(other_blocks) {
        let ((words, _), (others, _)) = (block.as_chunks::<LANES>(), other.as_chunks::<LANES>());
        for (lane, (word, other)) in lanes.iter_mut().zip(words.iter().zip(others)) {
            *lane |= u64::from_ne_bytes(*word) ^ u64::from_ne_bytes(*other);
        }
    }
    let ((words, bytes), (others, other_bytes)) =
        (rest.as_chunks::<LANES>(), other_rest.as_chunks::<LANES>());
    let words = words.iter().zip(others).map(|(a, b)| u64::from_ne_bytes(*a) ^ u64::from_ne_bytes(*b));
    let bytes = bytes.iter().zip(other_bytes).map(|(a, b)| u64::from(a ^ b));
    lanes.into_iter().chain(words).chain(bytes).fold(0, |bits, more| bits | more)
}

/// Returns true if all bytes are visible ASCII or spaces: 0x20 to 0x7E.
///
/// Of a long text the extremes tell, by vectors. Of a short one, eight bytes are one number: a byte is out of range if the highest bit is set in the byte less 0x20 (0x1F gives
/// 0xFF), the byte plus 1 (0x7F gives 0x80), or the byte itself (outside ASCII). For 0x41, they are 0x21, 0x42 and
/// 0x41. The last eight bytes overlap those before them.
pub(crate) fn are_visible(bytes: &[u8]) -> bool {
    // Only a byte that is out of range borrows from the next one or carries into it, and that one decides the result.
    let visible = |word: &[u8; 8]| {
        let word = u64::from_le_bytes(*word);
        let below = word.wrapping_sub(0x2020_2020_2020_2020);
        let above = word.wrapping_add(0x0101_0101_0101_0101);
        (below | above | word) & 0x8080_8080_8080_8080 == 0
    };
    let (words, _) = bytes.as_chunks::<8>();
    match bytes.last_chunk::<8>() {
        Some(_) if bytes.len() >= 64 => matches!(extremes(bytes), (b' '.., ..=b'~')),
        Some(last) => visible(last) && words.iter().all(visible),
        None => bytes.iter().all(|byte| (b' '..=b'~').contains(byte)),
    }
}

/// Returns true if a JSON string holds these bytes as they are: none is a quote, a backslash or a control character.
///
/// A long text is compared by vectors, without an end at the first such byte. In a short one, eight bytes are one number:
/// a byte of zero is found by the borrow of its highest bit, and quotes and backslashes are made zero first. The last
/// eight bytes overlap those before them.
pub(crate) fn need_no_escape(bytes: &[u8]) -> bool {
    const HIGHEST: u64 = u64::from_ne_bytes([0x80; 8]);
    let is_plain = |byte: &u8| *byte >= b' ' && *byte != b'"' && *byte != b'\\';
    // Only a byte that is found borrows from the next one, and it decides the result.
    let are_plain = |word: &[u8; 8]| {
        let word = u64::from_le_bytes(*word);
        let below = |word: u64, end: u8| word.wrapping_sub(u64::from_ne_bytes([end; 8])) & !word;
        let [quotes, backslashes] = [b'"', b'\\'].map(|byte| word ^ u64::from_ne_bytes([byte; 8]));
        (below(word, b' ') | below(quotes, 1) | below(backslashes, 1)) & HIGHEST == 0
    };
    match (bytes.len(), bytes.last_chunk()) {
        (..64, Some(last)) => are_plain(last) && bytes.as_chunks().0.iter().all(are_plain),
        _ => bytes.iter().fold(true, |all, byte| all & is_plain(byte)),
    }
}

/// Returns true if two names are equal.
///
/// Comparing the first and the last bytes, which may overlap, costs less than a call to `memcmp`: two names of 12
/// bytes, such as `access_token`, are equal if their first eight bytes and their last eight are. The lengths are in
/// the order of their frequency: of the names in the corpus, 59 % have 8 to 16 bytes, 31 % have 4 to 7, and 8 % have
/// 17 to 32. Two empty names are at no address, where the masked load of glibc's `memcmp` takes 0.4 µs.
#[inline(always)]
pub(crate) fn are_equal(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len()
        && match a.len() {
            8..=16 => ends_are_equal::<8>(a, b),
            4..8 => ends_are_equal::<4>(a, b),
            17..=32 => ends_are_equal::<16>(a, b),
            0 => true,
            _ => are_equal_by_call(a, b),
        }
}

/// Returns true if the first `N` and the last `N` bytes of two texts are equal; both have at least `N` bytes.
#[inline(always)]
fn ends_are_equal<const N: usize>(a: &[u8], b: &[u8]) -> bool {
    a.first_chunk::<N>() == b.first_chunk() && a.last_chunk::<N>() == b.last_chunk()
}

/// Returns true if two texts of any length are equal.
#[inline(never)]
fn are_equal_by_call(a: &[u8], b: &[u8]) -> bool {
    a == b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_detected_at_every_position() {
        for length in [1, 7, 8, 9, 63, 64, 65, 130] {
            for changed in 0..length {
                for byte in 0..=u8::MAX {
                    let bytes: Vec<u8> =
                        (0..length).map(|at| if at == changed { byte } else { b'a' }).collect();
                    assert_eq!(are_visible(&bytes), (b' '..=b'~').contains(&byte));
                    assert_eq!(need_no_escape(&bytes), !matches!(byte, ..b' ' | b'"' | b'\\'));
                    assert_eq!(differences(&bytes, &vec![b'a'; length]) == 0, byte == b'a');
                    let plain = bytes.iter().copied();
                    let expected = (plain.clone().min().unwrap_or(u8::MAX), plain.max().unwrap_or(0));
                    assert_eq!(extremes(&bytes), expected);
                    assert_eq!(are_equal(&bytes, &vec![b'a'; length]), byte == b'a');
                    assert!(!are_equal(&bytes, &vec![b'a'; length.saturating_add(1)]));
                }
            }
        }
        assert_eq!((extremes(b""), are_visible(b"")), ((u8::MAX, 0), true));
    }

    #[test]
    fn every_byte_is_added() {
        for length in 0..130 {
            let bytes: Vec<u8> = (0_u8..length).collect();
            let number = |byte| if byte == 0 { 0 } else { 7 };
            assert_eq!(
                sum(&bytes, number),
                bytes.iter().map(|byte| usize::from(number(*byte))).sum::<usize>()
            );
        }
    }
}
