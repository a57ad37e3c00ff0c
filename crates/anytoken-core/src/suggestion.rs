//! A suggestion for a mistyped name.

/// The number of characters that are compared, more than any name has.
const LONGEST: usize = 64;

/// Returns the name that is nearest to the one that was asked for, if any is near.
///
/// A name is near if it contains the other or is contained in it, else if the edits between them are at most a third of
/// the characters that were asked for.
pub(crate) fn nearest(asked: &str, names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let plain = |text: &str| text.to_ascii_lowercase().replace(['_', ' ', '.'], "-");
    let asked: String = plain(asked.trim()).chars().take(LONGEST).collect();
    let most = asked.chars().count() / 3;
    let near = names.filter_map(|name| {
        let known = plain(name);
        let distance = distance(&asked, &known);
        let contained = asked.len() > 2 && (known.contains(&asked) || asked.contains(&known));
        (distance <= most || contained).then_some((!contained, distance, name))
    });
    near.min().map(|(.., name)| name)
}

/// Returns the Levenshtein distance of two texts.
fn distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.chars().count()).collect();
    for (above, a) in (1_usize..).zip(from.chars()) {
        let mut cells = row.iter_mut();
        let mut diagonal = cells.next().map_or(above, |first| std::mem::replace(first, above));
        let mut left = above;
        for (cell, b) in cells.zip(to.chars()) {
            let changed = diagonal.saturating_add(usize::from(a != b));
            diagonal = *cell;
            *cell = changed.min(diagonal.saturating_add(1)).min(left.saturating_add(1));
            left = *cell;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_edits() {
        for (from, to, count) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("azure-imsd", "azure-imds", 2),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(distance(from, to), count, "{from} {to}");
        }
    }

    #[test]
    fn typo_suggests_format() {
        let nearest = |asked| nearest(asked, ["azure-imds", "oauth2", "slack"].into_iter());
        assert_eq!(nearest("slak"), Some("slack"));
        assert_eq!(nearest(" OAuth"), Some("oauth2"));
        assert_eq!(nearest("Azure_IMDS"), Some("azure-imds"));
        assert_eq!(nearest("my-slack-app"), Some("slack"));
        assert_eq!([nearest(""), nearest("zzzzzz")], [None, None]);
    }
}
