//! Names of members as people spell them.

/// Returns true if a name is a word, which is in lower case, without regard to case, `_` and `-`.
pub(super) fn is_spelling(name: &str, word: &str) -> bool {
    let letters = name.bytes().filter(|byte| !matches!(byte, b'_' | b'-'));
    letters.map(|byte| byte.to_ascii_lowercase()).eq(word.bytes())
}

#[cfg(test)]
mod tests {
    use super::is_spelling;

    #[test]
    fn name_is_a_spelling_of_a_word() {
        for name in ["expiresat", "expires_at", "expires-at", "expiresAt", "ExpiresAt", "EXPIRES_AT"] {
            assert!(is_spelling(name, "expiresat"), "{name}");
        }
        for name in ["", "expires", "expires at", "expires.at", "expires_att", "expires_at\u{17f}"] {
            assert!(!is_spelling(name, "expiresat"), "{name}");
        }
    }
}
