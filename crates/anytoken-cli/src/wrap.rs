//! Words on lines.

/// The lines of a text, each as its words; one has room for at least one word, and the first has its own room.
///
/// Nothing is copied, so that a text that is a secret may be wrapped.
pub(crate) fn wrap(text: &str, first: usize, further: usize) -> Vec<Vec<&str>> {
    let mut lines = Vec::new();
    let (mut line, mut used, mut room) = (Vec::new(), 0_usize, first);
    for word in text.split_ascii_whitespace() {
        let length = word.chars().count();
        let blank = usize::from(!line.is_empty());
        if blank > 0 && used.saturating_add(blank).saturating_add(length) > room {
            lines.push(std::mem::take(&mut line));
            (used, room) = (length, further);
        } else {
            used = used.saturating_add(blank).saturating_add(length);
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
    fn a_line_takes_what_it_has_room_for() {
        assert_eq!(lines("ab cd  ef\ngh", 5, 2), ["ab cd", "ef", "gh"]);
        assert_eq!(lines("ab cd ef gh", 4, 5), ["ab", "cd ef", "gh"]);
        assert_eq!(lines("é é é", 3, 3), ["é é", "é"]);
    }

    #[test]
    fn a_word_is_never_cut() {
        assert_eq!(lines("abcdef gh", 0, 3), ["abcdef", "gh"]);
        assert_eq!(lines(" ", 5, 5), [""]);
    }
}
