//! A suggestion for a mistyped format id.

/// The longest input that is compared: longer than any id.
const LONGEST: usize = 64;

/// Returns the id that is nearest to what was asked for, if one is near: one that contains it or is contained in it,
/// else one that at most a third of its characters separate from it.
pub(crate) fn nearest(asked: &str, ids: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let asked: String =
        asked.trim().to_ascii_lowercase().replace(['_', ' ', '.'], "-").chars().take(LONGEST).collect();
    let most = asked.chars().count() / 3;
    let near = ids.filter_map(|id| {
        let distance = distance(&asked, id);
        let contained = asked.len() > 2 && (id.contains(&asked) || asked.contains(id));
        (distance <= most || contained).then_some((!contained, distance, id))
    });
    near.min().map(|(.., id)| id)
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
