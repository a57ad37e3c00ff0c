//! Word wrapping.

/// Wraps a text into lines of words; the first line has a width of its own, and each line has at least one word.
///
/// The words are borrowed, so that a secret is not copied.
pub(crate) fn wrap(text: &str, first: usize, further: usize) -> Vec<Vec<&str>> {
    let mut lines = Vec::new();
    let (mut line, mut used, mut room) = (Vec::new(), 0_usize, first);
    for word in text.split_ascii_whitespace() {
        let length = word.chars().count();
        let space = usize::from(!line.is_empty());
        if space > 0 && used.saturating_add(space).saturating_add(length) > room {
            lines.push(std::mem::take(&mut line));
            (used, room) = (length, further);
        } else {
            used = used.saturating_add(space).saturating_add(length);
        }
        line.push(word);
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, first: usize, further: usize) -> Vec<String> {
        wrap(text, first, further).into_iter().map(|words| words.join(" ")).collect()
    }

    #[test]
    fn lines_fit_their_width() {
        assert_eq!(lines("ab cd  ef\ngh", 5, 2), ["ab cd", "ef", "gh"]);
        assert_eq!(lines("ab cd ef gh", 4, 5), ["ab", "cd ef", "gh"]);
        assert_eq!(lines("é é é", 3, 3), ["é é", "é"]);
    }

    #[test]
    fn words_are_never_split() {
        assert_eq!(lines("abcdef gh", 0, 3), ["abcdef", "gh"]);
        assert_eq!(lines(" ", 5, 5), [""]);
    }
}
