//! Names of members as people spell them.

use crate::value;

/// The name of an access token.
pub(super) const ACCESS_TOKEN: &str = "accesstoken";

/// The names of a refresh token.
pub(super) const REFRESH_TOKEN: [&str; 2] = ["refreshtoken", "refreshjwt"];

/// The name of an ID token.
pub(super) const ID_TOKEN: &str = "idtoken";

/// The name of a token type.
pub(super) const TOKEN_TYPE: &str = "tokentype";

/// The first letters of all names that are compared in any spelling: those of tokens, their types, scopes and expiries.
const BEGINNINGS: [&[u8; 3]; 9] = [b"acc", b"api", b"aut", b"exp", b"idt", b"ref", b"sco", b"tok", b"val"];

/// For each first letter, in either case, the sets of the second letters and of the third.
static NEXT: [[u32; 2]; 256] = next_letters();

/// Returns false for nearly all names that are no spelling of a name with a meaning, by their first three letters.
#[inline(always)]
pub(super) fn may_be_spelling(name: &[u8]) -> bool {
    let Some([first, second, third]) = name.first_chunk() else { return false };
    let [seconds, thirds] = NEXT.get(usize::from(*first)).copied().unwrap_or_default();
    seconds & bit(*second) != 0 && thirds & bit(*third) != 0
}

/// Fills the table: a sign may be before any letter.
// The indices are bytes.
#[allow(clippy::indexing_slicing, clippy::as_conversions)]
const fn next_letters() -> [[u32; 2]; 256] {
    const SIGNS: u32 = bit(b'_') | bit(b'-');
    let (mut next, mut rest) = ([[0; 2]; 256], BEGINNINGS.as_slice());
    while let [[first, second, third], tail @ ..] = rest {
        let [seconds, thirds] = next[*first as usize];
        let sets = [seconds | bit(*second) | SIGNS, thirds | bit(*second) | bit(*third) | SIGNS];
        (next[*first as usize], next[first.to_ascii_uppercase() as usize]) = (sets, sets);
        rest = tail;
    }
    (next[b'_' as usize], next[b'-' as usize]) = ([u32::MAX; 2], [u32::MAX; 2]);
    next
}

/// Returns the set of one letter, by its lowest five bits, which do not depend on its case.
const fn bit(letter: u8) -> u32 {
    #[allow(clippy::as_conversions)]
    let place = (letter & 31) as u32;
    1_u32.wrapping_shl(place)
}

/// Returns true if a name is a word without regard to case, `_` and `-`.
pub(super) fn is_spelling(name: &str, word: &str) -> bool {
    value::is_spelling(name.as_bytes(), word.as_bytes())
}

/// Returns true if a name is a spelling of one of some words.
pub(super) fn is_spelling_of(name: &str, words: &[&str]) -> bool {
    words.iter().any(|word| is_spelling(name, word))
}

/// Returns true if a name says one of some words, or several of one of them.
///
/// A name is made of words: each begins at a capital, behind a sign, or where digits and letters meet. Words that follow
/// each other are tried together too: `requires_two_factor` says `twofactor`.
pub(super) fn says(name: &str, words: &[&str]) -> bool {
    ends_of(name, words).next().is_some()
}

/// Returns true if a name ends with one of some words.
pub(super) fn ends_with(name: &str, words: &[&str]) -> bool {
    ends_of(name, words).any(|end| end == name.len())
}

/// Returns the offsets behind the words that a name says.
fn ends_of(name: &str, words: &[&str]) -> impl Iterator<Item = usize> {
    let starts = (0..name.len()).filter(|at| begins_word(name.as_bytes(), *at));
    starts.flat_map(move |start| words.iter().filter_map(move |word| end_of(name.as_bytes(), start, word)))
}

/// Returns true if a word begins at an offset.
fn begins_word(name: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| name.get(before));
    let Some(here) = name.get(at).filter(|here| !is_sign(**here)) else { return false };
    before.is_none_or(|before| {
        is_sign(*before) || here.is_ascii_uppercase() || here.is_ascii_digit() != before.is_ascii_digit()
    })
}

fn is_sign(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_alphanumeric()
}

/// Returns the offset behind a word that begins at an offset of a name, and behind the `s` of its plural.
fn end_of(name: &[u8], start: usize, word: &str) -> Option<usize> {
    let mut at = start;
    for letter in word.bytes() {
        while name.get(at).is_some_and(|byte| is_sign(*byte)) {
            at = at.saturating_add(1);
        }
        if name.get(at)?.to_ascii_lowercase() != letter {
            return None;
        }
        at = at.saturating_add(1);
    }
    let plural = usize::from(name.get(at) == Some(&b's'));
    [at, at.saturating_add(plural)]
        .into_iter()
        .find(|end| name.get(*end).is_none_or(|byte| is_sign(*byte)) || begins_word(name, *end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::EndName;

    #[test]
    fn every_spelling_begins_as_one() {
        let words = ["scope", "scopes", ID_TOKEN, TOKEN_TYPE].into_iter().chain(REFRESH_TOKEN);
        for word in words.chain(EndName::beginnings()) {
            for sign in ["", "_", "-"] {
                let spaced: String =
                    word.chars().flat_map(|letter| [sign.to_owned(), letter.to_string()]).collect();
                for name in [word, &spaced, spaced.trim_start_matches(sign), &format!("{sign}{word}")] {
                    assert!(may_be_spelling(name.as_bytes()), "{name}");
                    assert!(may_be_spelling(name.to_uppercase().as_bytes()), "{name}");
                }
            }
        }
        for name in
            ["", "id", "ext_expires_in", "session_state", "not-before-policy", "x_id", "custom_1", "member"]
        {
            assert!(!may_be_spelling(name.as_bytes()), "{name}");
        }
    }

    #[test]
    fn name_is_a_spelling_of_a_word() {
        for name in ["expiresat", "expires_at", "expires-at", "expiresAt", "ExpiresAt", "EXPIRES_AT"] {
            assert!(is_spelling(name, "expiresat"), "{name}");
        }
        for name in ["", "expires", "expires at", "expires.at", "expires_att", "expires_at\u{17f}"] {
            assert!(!is_spelling(name, "expiresat"), "{name}");
        }
    }

    #[test]
    fn name_says_its_words_and_those_that_follow_each_other() {
        for (name, word) in [
            ("requires_two_factor", "twofactor"),
            ("requiresTwoFactor", "twofactor"),
            ("two-factor", "twofactor"),
            ("MFARequired", "mfa"),
            ("mfa_token", "mfa"),
            ("enable2fa", "2fa"),
            ("2FAEnabled", "2fa"),
            ("otp1", "otp"),
            ("devices", "device"),
            ("device", "device"),
            ("next step: MFA", "mfa"),
        ] {
            assert!(says(name, &["none", word]), "{name} {word}");
        }
        for (name, word) in [
            ("hotproduct", "otp"),
            ("scorecard", "card"),
            ("cardinal", "card"),
            ("two_factors_of", "factorsof2"),
            ("mf_ab", "mfa"),
            ("", "mfa"),
            ("presets", "reset"),
            ("émfa", "mfa"),
        ] {
            assert!(!says(name, &[word]), "{name} {word}");
        }
        assert!(ends_with("oidcToken", &["token"]) && ends_with("session_id", &["sessionid"]));
        assert!(!ends_with("token_type", &["token"]) && !ends_with("", &["token"]));
    }
}
