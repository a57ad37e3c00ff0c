//! Names of members as people spell them.

/// The names of a refresh token.
pub(super) const REFRESH_TOKEN: [&str; 2] = ["refreshtoken", "refreshjwt"];

/// The name of an ID token.
pub(super) const ID_TOKEN: &str = "idtoken";

/// The name of a token type.
pub(super) const TOKEN_TYPE: &str = "tokentype";

/// Returns true if a name is a word, which is in lower case, without regard to case, `_` and `-`.
pub(super) fn is_spelling(name: &str, word: &str) -> bool {
    let letters = name.bytes().filter(|byte| !matches!(byte, b'_' | b'-'));
    letters.map(|byte| byte.to_ascii_lowercase()).eq(word.bytes())
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
