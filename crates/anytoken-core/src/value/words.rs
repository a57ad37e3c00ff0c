//! Words that are found in any spelling.

use super::is_spelling;
use crate::json::bytes;

/// An index of a list of words, each with a value, by which they are found without regard to case, `_` and `-`.
///
/// The letters at both ends choose one of 64 buckets, so that a name that is none of the words is rarely compared with
/// one, and never folded as a whole.
pub(crate) struct Words<V: 'static, const N: usize> {
    entries: &'static [(&'static str, V); N],
    /// The number of the first word of each bucket, which counts from one; zero for none.
    first: [u8; 64],
    /// The number of the next word in the bucket of each word.
    next: [u8; N],
}

impl<V, const N: usize> Words<V, N> {
    /// Creates the index of at most 255 words of two and more letters, in their usual spelling, which is in lower case.
    // A mistake in an index does not compile.
    #[allow(clippy::indexing_slicing, clippy::as_conversions)]
    pub(crate) const fn new(entries: &'static [(&'static str, V); N]) -> Self {
        assert!(N <= u8::MAX as usize, "too many words");
        let (mut first, mut next) = ([0; 64], [0; N]);
        // Backwards, so that the first word of a bucket is the first in the list.
        let mut rest = entries.as_slice();
        while let [before @ .., (word, _)] = rest {
            let word = word.as_bytes();
            let [before_last, last] = [word[word.len().wrapping_sub(2)], word[word.len().wrapping_sub(1)]];
            let bucket = bucket(word[0], before_last, last) as usize;
            (next[before.len()], first[bucket]) = (first[bucket], rest.len() as u8);
            rest = before;
        }
        Self { entries, first, next }
    }

    /// Returns the index of the word that a name spells.
    #[inline]
    pub(crate) fn find(&self, name: &[u8]) -> Option<usize> {
        let ([.., before_last, last], [first, ..]) = (name, name) else {
            return None;
        };
        if is_sign(*first) || is_sign(*before_last) || is_sign(*last) {
            return self.find_among_all(name);
        }
        let mut number = *self.first.get(usize::from(bucket(*first, *before_last, *last)))?;
        while number > 0 {
            let index = usize::from(number).wrapping_sub(1);
            if self.entries.get(index).is_some_and(|(word, _)| {
                bytes::are_equal(name, word.as_bytes()) || is_spelling(name, word.as_bytes())
            }) {
                return Some(index);
            }
            number = *self.next.get(index)?;
        }
        None
    }

    /// Returns the index of the word that a name with a sign at its start or end spells.
    #[cold]
    fn find_among_all(&self, name: &[u8]) -> Option<usize> {
        self.entries.iter().position(|(word, _)| is_spelling(name, word.as_bytes()))
    }
}

/// Returns the bucket of a word by its first letter and its last two, without regard to case.
///
/// Of all shifts these put the fewest pairs of words into one bucket.
const fn bucket(first: u8, before_last: u8, last: u8) -> u8 {
    ((first & 31) ^ (before_last & 31) << 3 ^ (last & 31) << 1) & 63
}

fn is_sign(byte: u8) -> bool {
    matches!(byte, b'_' | b'-')
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
