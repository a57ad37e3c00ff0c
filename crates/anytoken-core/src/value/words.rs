//! Words that are found in any spelling.

use super::is_spelling;
use crate::json::bytes;

/// An index of a list of words, each with a value, by which they are found without regard to case, `_` and `-`.
///
/// The letters at both ends choose one of 256 buckets, so that a name that is none of the words is rarely compared with
/// one, and never folded as a whole.
pub(crate) struct Words<V: 'static, const N: usize> {
    entries: &'static [(&'static str, V); N],
    /// The number of the first word of each bucket, which counts from one; zero for none.
    first: [u8; 256],
    /// The number of the next word in the bucket of each word.
    next: [u8; N],
}

impl<V, const N: usize> Words<V, N> {
    /// Creates the index of at most 255 words of two and more letters, in their usual spelling, which is in lower case.
    // A mistake in an index does not compile.
    #[allow(clippy::indexing_slicing, clippy::as_conversions)]
    pub(crate) const fn new(entries: &'static [(&'static str, V); N]) -> Self {
        assert!(N <= u8::MAX as usize, "too many words");
        let (mut first, mut next) = ([0; 256], [0; N]);
        // Backwards, so that the first word of a bucket is the first in the list.
        let mut rest = entries.as_slice();
        while let [before @ .., (word, _)] = rest {
            let bucket = bucket(ends(word.as_bytes())) as usize;
            (next[before.len()], first[bucket]) = (first[bucket], rest.len() as u8);
            rest = before;
        }
        Self { entries, first, next }
    }

    /// Returns the index of the word that a name spells.
    #[inline(always)]
    pub(crate) fn find(&self, name: &[u8]) -> Option<usize> {
        let ends = ends(name);
        let mut number = *self.first.get(usize::from(bucket(ends)))?;
        while number > 0 {
            let index = usize::from(number).wrapping_sub(1);
            let (word, _) = self.entries.get(index)?;
            let word = word.as_bytes();
            if bytes::are_equal(name, word) || is_spelling(name, word) {
                return Some(index);
            }
            number = *self.next.get(index)?;
        }
        match ends {
            [b'_' | b'-', ..] | [_, b'_' | b'-', _] | [.., b'_' | b'-'] => self.find_among_all(name),
            _ => None,
        }
    }

    /// Returns the index of the word that a name spells, by comparing all: a sign at its ends is no letter.
    #[cold]
    #[inline(never)]
    fn find_among_all(&self, name: &[u8]) -> Option<usize> {
        self.entries.iter().position(|(word, _)| is_spelling(name, word.as_bytes()))
    }
}

/// Returns the first byte of a word and its last two.
const fn ends(word: &[u8]) -> [u8; 3] {
    match word {
        [first, .., before_last, last] => [*first, *before_last, *last],
        [first, last] => [*first, *first, *last],
        _ => [0; 3],
    }
}

/// The multiplier by which the ends of a word reach the highest bits, which choose a bucket.
///
/// It has to be odd, and has no other property. Of the 2,988 pairs of names, and of codes, only the 31 with equal ends are
/// in one bucket. To find another, count these pairs for many odd numbers.
const MULTIPLIER: u32 = 0x0357_423B;

/// Returns the bucket of a word by its ends: by their lowest five bits, in which the cases of a letter are equal.
const fn bucket([first, before_last, last]: [u8; 3]) -> u8 {
    let letters = u32::from_le_bytes([first, before_last, last, 0]) & 0x1F_1F1F;
    let [.., highest] = letters.wrapping_mul(MULTIPLIER).to_le_bytes();
    highest
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: [(&str, ()); 7] = [
        ("error", ()),
        ("id", ()),
        ("error_code", ()),
        ("errors", ()),
        ("err", ()),
        ("#text", ()),
        ("error_mode", ()),
    ];
    static WORDS: Words<(), { LIST.len() }> = Words::new(&LIST);

    #[test]
    fn word_is_found_in_every_spelling() {
        for (index, (word, _)) in LIST.iter().enumerate() {
            let camel: String = word
                .split('_')
                .flat_map(|part| {
                    part.chars().take(1).map(|c| c.to_ascii_uppercase()).chain(part.chars().skip(1))
                })
                .collect();
            let spaced: String = word.chars().flat_map(|letter| [letter, '_', '-']).collect();
            for name in [
                *word,
                &camel,
                &word.to_uppercase(),
                &word.replace('_', ""),
                &spaced,
                &format!("-{word}"),
                &format!("{word}__"),
            ] {
                assert_eq!(WORDS.find(name.as_bytes()), Some(index), "{name}");
            }
        }
    }

    /// Holds the index against the plain search.
    #[test]
    fn index_finds_what_a_search_finds() {
        let pieces = ["", "e", "rr", "or", "_", "-", "s", "code", "mode", "Id", "#", "é", "i", "d"];
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    for fourth in pieces {
                        let name = format!("{first}{second}{third}{fourth}");
                        assert_eq!(
                            WORDS.find(name.as_bytes()),
                            WORDS.find_among_all(name.as_bytes()),
                            "{name}"
                        );
                    }
                }
            }
        }
    }
}
