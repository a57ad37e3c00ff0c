//! The guide's tables are complete. Its examples are doc tests of the facade.

use std::collections::BTreeSet;

use anytoken::guide::canonical::SCHEMA;
use anytoken::{Decoded, Field, Outcome, registry};
use anytoken_tests::Fields;
use anytoken_tests::corpus::{CORPUS, Case};
use serde_json::Value;

#[test]
fn guide_has_a_row_for_every_note_and_remedy() {
    let guide = file("crates/anytoken/src/guide/outcomes.rs");
    let notes = file("crates/anytoken-core/src/model/note.rs");
    let remedies = file("crates/anytoken-core/src/model/remedy.rs");
    let named = |line| Some(between(line, "(\"", "\", \"")?.to_owned());
    let notes: Vec<_> = notes.lines().filter_map(named).collect();
    let variant = |line: &str| Some(line.trim().split_once(" = \"")?.0.to_owned());
    let remedies: Vec<_> = remedies.lines().filter_map(variant).collect();
    assert!(notes.len() > 5 && remedies.len() > 5, "{notes:?} {remedies:?}");
    let first_cells = notes.iter().chain(&remedies);
    let missing: Vec<_> = first_cells.filter(|cell| !guide.contains(&format!("//! | `{cell}` |"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn requests_of_the_guide_are_those_of_the_example() {
    let guide = file("crates/anytoken/src/guide/requests.rs").replace("//! ", "").replace("//!", "");
    let pages = file("README.md").replace("```rust,ignore", "```ignore") + &guide;
    let example: String = without_space(&file("examples/requests.rs"));
    let blocks: Vec<_> =
        pages.split("```ignore\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(blocks.len(), 5);
    for block in blocks {
        assert!(example.contains(&without_space(block)), "{block}");
    }
}

fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn canonical_guide_has_a_row_for_every_member() {
    let guide = file("crates/anytoken/src/guide/canonical.rs");
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    let defined =
        |name: &str| schema.pointer(&format!("/$defs/{name}/properties")).and_then(Value::as_object);
    let members = ["token", "answer"].into_iter().filter_map(defined).flat_map(|members| members.keys());
    let members: Vec<_> = members.collect();
    let missing: Vec<_> = members.iter().filter(|name| !guide.contains(&format!("`{name}`"))).collect();
    assert!(members.len() > 30 && missing.is_empty(), "{missing:?}");
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

#[test]
fn findings_have_the_form_that_contributing_states() {
    let readme = file("findings/README.md");
    let rows =
        readme.lines().filter_map(|line| Some(line.strip_prefix("| `")?.split_once('`')?.0.to_owned()));
    let rows: BTreeSet<_> = rows.collect();
    let folder = std::fs::read_dir(format!("{}/../findings", env!("CARGO_MANIFEST_DIR"))).expect("a folder");
    let names =
        folder.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name in UTF-8"));
    let scripts: BTreeSet<_> = names.filter_map(|name| Some(name.strip_suffix(".sh")?.to_owned())).collect();
    assert_eq!(rows, scripts);
    for name in &scripts {
        let script = file(&format!("findings/{name}.sh"));
        let head = script.lines().take_while(|line| line.starts_with('#')).count();
        let is_short = head <= 15 && script.lines().count() <= 60;
        let says_what = script.contains("\n# Seen: ") && script.contains("\n# To a reader of tokens: ");
        assert!(is_short && says_what, "{name}: {head} lines of head");
        assert!(!script.contains("anytoken"), "{name} runs without anytoken");
    }
}

#[test]
fn every_stored_token_has_a_format_and_its_version_a_recorded_body() {
    let guide = file("crates/anytoken/src/guide/migrating.rs");
    let (table, _) = guide.split_once("//! # From").expect("a section after the table");
    let rows: Vec<_> =
        table.lines().filter_map(|line| line.strip_prefix("//! | ")?.strip_suffix(" |")).skip(2).collect();
    assert!(rows.len() > 30, "{rows:?}");
    for row in rows {
        let cells: Vec<_> = row.split(" | ").collect();
        let [_, software, format, remarks] = cells[..] else { panic!("not four cells: {row}") };
        let id = format.trim_matches('`');
        assert!(registry().get(id).is_some(), "{row}");
        if software.contains(|c: char| c.is_ascii_digit()) {
            let is_recorded = |case: &&Case| {
                case.recorded.as_deref().is_some_and(|recorded| recorded.starts_with(software))
            };
            let case = CORPUS.get(id).and_then(|cases| cases.iter().find(is_recorded));
            let case = case.unwrap_or_else(|| panic!("not recorded: {row}"));
            assert_eq!(!remarks.contains("not detected"), is_detected(case), "{row}");
        }
    }
}

/// Returns true if a response has its access token and its expiry without its format.
fn is_detected(case: &Case) -> bool {
    let Ok(Decoded { outcome: Outcome::Token(token), .. }) = case.response.read(None) else { return false };
    let (found, expected) = (Fields::of(&token), case.fields());
    found.text(Field::AccessToken) == expected.text(Field::AccessToken)
        && found.expires() == expected.expires()
}

/// Returns the text between two others.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    Some(text.split_once(before)?.1.split_once(after)?.0)
}

fn file(name: &str) -> String {
    let path = format!("{}/../{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("a file of the repository")
}
