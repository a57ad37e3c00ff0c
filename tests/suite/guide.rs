//! The guide's tables are complete. Its examples are doc tests of the facade.

use anytoken::registry;

#[test]
fn guide_has_a_row_for_every_note_and_remedy() {
    let guide = file("crates/anytoken/src/guide/outcomes.rs");
    let notes = file("crates/anytoken-core/src/model/note.rs");
    let remedies = file("crates/anytoken-core/src/model/remedy.rs");
    let (notes, remedies) = (words(&notes), words(&remedies));
    assert!(notes.len() > 5 && remedies.len() > 5, "{notes:?} {remedies:?}");
    let first_cells = notes.iter().map(|(_, word)| word).chain(remedies.iter().map(|(name, _)| name));
    let missing: Vec<_> = first_cells.filter(|cell| !guide.contains(&format!("//! | `{cell}` |"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn migration_guide_names_existing_formats() {
    let guide = file("crates/anytoken/src/guide/migrating.rs");
    let rows: Vec<_> = guide.lines().filter(|line| line.contains("_compliance_fix` |")).collect();
    assert_eq!(rows.len(), 8);
    for row in rows {
        let formats = row.trim_end_matches(" |").rsplit(" | ").next().unwrap_or_default();
        let ids: Vec<_> = formats.split('`').skip(1).step_by(2).collect();
        assert!(!ids.is_empty() && ids.iter().all(|id| registry().get(id).is_some()), "{row}");
    }
}

/// Finds the variants of a type and their printed names in its source.
fn words(source: &str) -> Vec<(&str, &str)> {
    let arms = source.lines().filter_map(|line| line.trim().strip_prefix("Self::")?.split_once(" => \""));
    arms.map(|(name, word)| (name, word.trim_end_matches("\","))).collect()
}

fn file(name: &str) -> String {
    let path = format!("{}/../{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("a file of the repository")
}
